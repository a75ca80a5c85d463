namespace Bot.Core.Conversation;

/// <summary>Draws a timeline as a picture (PNG). It takes far longer than an answer does, so that it is never asked for before something is acknowledged.</summary>
/// <param name="title">Of the story.</param>
public delegate byte[] DrawTimeline(Timeline timeline, string title);
