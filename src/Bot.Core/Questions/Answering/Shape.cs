using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>The ways an answer can be built. Closed: each has its wording in one place.</summary>
public abstract record Shape
{
    private Shape() { }

    /// <summary>Facts answer.</summary>
    /// <param name="Slot">What was asked for in particular, if anything: a date is told first.</param>
    public sealed record Direct(Slot? Slot = null) : Shape
    {
        /// <summary>The date told first is that of something that lasts: it begins and ends, and did not happen once in between.</summary>
        public bool Lasting { get; init; }
    }

    /// <summary>Several questions were asked at once: each with its own answer.</summary>
    public sealed record Several(IReadOnlyList<Answer> Answers) : Shape;

    /// <summary>The nearest sentence of a document, quoted as such; no fact fits.</summary>
    public sealed record FromPassage : Shape;

    /// <summary>"What is going on": the story card. Each line holds facts that belong together.</summary>
    public sealed record Overview(IReadOnlyList<IReadOnlyList<ScoredFact>> Lines) : Shape;

    /// <summary>Who responded to the main deed, by stance; responses to other points, non-answers and earlier statements apart.</summary>
    /// <param name="From">Whose response was asked for, when it was one party's.</param>
    public sealed record Responses(IReadOnlyList<Group> Groups, Entity? From) : Shape
    {
        /// <summary>Where there is none as asked for: those there are.</summary>
        public IReadOnlyList<Group> Others { get; init; } = [];

        /// <summary>Where there is none as asked for: the sorts that were asked for.</summary>
        public IReadOnlyList<Stance> Lacking { get; init; } = [];

        /// <summary>The name of whose response was asked for, as typed, where the story does not know it.</summary>
        public string? Unknown { get; init; }
    }

    /// <summary>What was suspended, and what limits it or stands outside it.</summary>
    public sealed record Suspended(IReadOnlyList<Group> Groups) : Shape;

    /// <summary>What is confirmed and what is only said, the firmest first.</summary>
    public sealed record Standings(IReadOnlyList<Group> Groups) : Shape;

    /// <summary>The question takes something for granted that the facts turn round.</summary>
    public sealed record PremiseFails(Premise Premise) : Shape;

    /// <summary>Two accounts that differ, side by side, with what else bears on them.</summary>
    public sealed record AccountsDiffer(ScoredFact First, ScoredFact Second) : Shape;

    /// <summary>A reviewed gap: the story says that its sources do not give this.</summary>
    public sealed record KnownGap(Absence Absence) : Shape;

    /// <summary>The facts speak of it, and lack just what was asked: a date, a number, a place, a name, a cause.</summary>
    /// <param name="Scope">The sentence of a scope that says so; null when there is none.</param>
    public sealed record SlotMissing(Slot Slot, string? Scope) : Shape;

    /// <summary>The fact itself says that this part of it is not given.</summary>
    public sealed record NotGiven(string Scope) : Shape;

    /// <summary>Our sources do not say just that; what comes nearest is shown.</summary>
    public sealed record NotSaid : Shape;

    /// <summary>What came later was asked, and our sources end there.</summary>
    public sealed record NothingLater(DateOnly? Last) : Shape;

    /// <summary>What a short name stands for.</summary>
    public sealed record InFull(string Short, string Long) : Shape;

    /// <summary>Who or what somebody or something is in the story, which the facts shown do not say.</summary>
    public sealed record WhoIs(Entity Entity) : Shape;

    /// <summary>Asked what somebody thinks or says, who did not answer.</summary>
    public sealed record Declined(Entity Who) : Shape;

    /// <summary>What happened, in order.</summary>
    public sealed record Chronology : Shape;

    /// <summary>What all this rests on.</summary>
    public sealed record Sources : Shape;

    /// <summary>What is asked for and our sources do not give.</summary>
    public sealed record Gaps(IReadOnlyList<Absence> All) : Shape;

    /// <summary>What changed in what we say.</summary>
    public sealed record Changes(EventDate Since) : Shape;

    /// <summary>The question names what the story does not.</summary>
    public sealed record NotNamed(IReadOnlyList<string> Words) : Shape;

    /// <summary>No sentence of a document says it; the best comes near.</summary>
    public sealed record PassageNear : Shape;

    /// <summary>Nothing in the story comes near enough.</summary>
    public sealed record NothingNear : Shape;

    /// <summary>A verdict, an opinion or an instruction was asked of us.</summary>
    public sealed record NotOursToSay : Shape;

    /// <summary>Who we are and what we do was asked.</summary>
    public sealed record AboutUs : Shape;

    /// <summary>What would have answered was so, and is so no more.</summary>
    public sealed record NoLonger : Shape;

    /// <summary>What would have answered was withdrawn; it is not repeated.</summary>
    public sealed record Withdrawn : Shape;

    /// <summary>A language we do not read. <paramref name="Language"/> is null when it is not known which.</summary>
    public sealed record AnotherLanguage(string? Language) : Shape;

    /// <summary>Nothing was asked that can be read as a question.</summary>
    public sealed record Unreadable : Shape;
}

/// <summary>Facts under one heading.</summary>
public sealed record Group(GroupHeading Heading, IReadOnlyList<ScoredFact> Facts);

/// <summary>What the facts of a group have in common; its words are made in <c>Conversation</c>.</summary>
public enum GroupHeading
{
    Welcomed,
    Criticised,
    Defended,
    Responded,
    ToOtherPoints,
    NoComment,
    EarlierNotResponse,
    Suspended,
    Limits,
    NotSuspended,
    Confirmed,
    OwnAccounts,
    Reported,
    Alleged,
    Estimates,
    AccountsDiffer,
}

/// <summary>What a question asks for that a fact may lack.</summary>
public enum Slot : byte
{
    Date,
    Number,
    Place,
    Name,
    Cause,

    /// <summary>How it was done.</summary>
    Manner,
}

/// <summary>How a premise fails.</summary>
public enum Premise
{
    /// <summary>Said to be suspended; the facts say it is exempt.</summary>
    SuspendedButExempt,

    /// <summary>Said to be exempt; the facts say it is suspended.</summary>
    ExemptButSuspended,

    /// <summary>A denial was asked for; there is a non-answer, or nothing.</summary>
    NoDenial,

    /// <summary>A response was taken to be of another sort than it is.</summary>
    OtherStance,

    /// <summary>All was asked about; the facts speak of parts.</summary>
    NotAll,

    /// <summary>A deed was taken for granted that the facts say was not done.</summary>
    NotDone,

    /// <summary>Somebody was called by another office than the story gives.</summary>
    OtherOffice,

    /// <summary>Taken as true or false; in the facts it is what somebody says.</summary>
    NotEstablished,
}
