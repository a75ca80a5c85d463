using Bot.Core.Communities;

namespace Bot.Core.Conversation;

/// <summary>Told of each command that came from a platform, once it is answered. Neither what was asked nor who asked is among what it is told.</summary>
/// <param name="command">What it is called here.</param>
public delegate void NoteReply(string command, CommunityId community, Reply reply);
