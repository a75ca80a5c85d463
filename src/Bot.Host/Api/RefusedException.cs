namespace Bot.Host.Api;

/// <summary>A request that is not done, with a sentence for whoever sent it.</summary>
internal sealed class RefusedException(string sentence, int status = StatusCodes.Status400BadRequest) : Exception(sentence)
{
    public int Status => status;
}
