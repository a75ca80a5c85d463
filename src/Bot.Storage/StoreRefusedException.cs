namespace Bot.Storage;

/// <summary>The store cannot be used as it is; the message is a sentence for whoever runs the service.</summary>
public sealed class StoreRefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause);
