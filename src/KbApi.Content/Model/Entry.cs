using System.Collections.Immutable;
using KbApi.Content.Text;

namespace KbApi.Content.Model;

/// <summary>How a document presents an entry.</summary>
public enum EntryShape
{
    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A section under a heading.</summary>
    Heading,

    /// <summary>A bold lead-in or a list item.</summary>
    Lead,

    /// <summary>A whole document.</summary>
    Document,
}

/// <summary>How bad what an entry describes is.</summary>
public enum EntrySeverity
{
    /// <summary>Nothing is wrong.</summary>
    Info,

    /// <summary>Something may become wrong, or is while it recurs.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Error,
}

/// <summary>Whom an entry is written for.</summary>
public enum Audience
{
    /// <summary>Somebody who administers or develops.</summary>
    Technician,

    /// <summary>Somebody who uses the product.</summary>
    User,
}

/// <summary>Who takes over when the reader can't solve the problem.</summary>
public enum HandOff
{
    /// <summary>The reader's administrator.</summary>
    Administrator,

    /// <summary>The vendor's support.</summary>
    Support,
}

/// <summary>One problem that a reader may have, and what the document says about it. In one locale.</summary>
public sealed record Entry : KnowledgeItem
{
    /// <summary>How the document presents it.</summary>
    public required EntryShape Shape { get; init; }

    /// <summary>Its codes, in the order of the text.</summary>
    public ImmutableArray<EntryCode> Codes { get; init; } = [];

    /// <summary>The symptom or the name, as a reader would quote it.</summary>
    public required Prose Title { get; init; }

    /// <summary>How bad it is.</summary>
    public EntrySeverity Severity { get; init; } = EntrySeverity.Error;

    /// <summary>Whom it is written for.</summary>
    public Audience Audience { get; init; }

    /// <summary>Who takes over, or null where the document names nobody.</summary>
    public HandOff? HandOff { get; init; }

    /// <summary>The program or log that reports it, or null.</summary>
    public string? Source { get; init; }

    /// <summary>What a person observes.</summary>
    public ImmutableArray<Prose> Symptoms { get; init; } = [];

    /// <summary>Texts that a screen or a log shows.</summary>
    public ImmutableArray<Message> Messages { get; init; } = [];

    /// <summary>What it means.</summary>
    public ImmutableArray<Prose> Descriptions { get; init; } = [];

    /// <summary>What it means, for a technician.</summary>
    public ImmutableArray<Prose> TechnicalDetails { get; init; } = [];

    /// <summary>Why it happens.</summary>
    public ImmutableArray<Prose> Causes { get; init; } = [];

    /// <summary>What to do, or null where the document only explains.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>What tells it from entries that look the same.</summary>
    public ImmutableArray<Discriminator> Discriminators { get; init; } = [];

    /// <summary>Quantities that it states.</summary>
    public ImmutableArray<Constraint> Constraints { get; init; } = [];

    /// <summary>Links in it.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>The texts that all this was read from, in the order in which they were read.</summary>
    public ImmutableArray<EntryPart> Parts { get; init; } = [];

    /// <summary>
    /// Other places of the file that say something about it, in order: its row in an index, the section that its row points to. Its
    /// texts lie in its span or in one of these.
    /// </summary>
    public ImmutableArray<TextSpan> FurtherSpans { get; init; } = [];

    /// <summary>The anchor in its own text, or null.</summary>
    public string? Anchor { get; init; }
}
