using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Model;

namespace KbApi.Content.Lookup;

/// <summary>An entry that a code leads to.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Code">The code as the entry has it.</param>
/// <param name="Role">Whether the entry is about the code or mentions it.</param>
public sealed record CodeOwner(string EntryId, ErrorCode Code, CodeRole Role);

/// <summary>A documented code that is close to one that is not.</summary>
/// <param name="Code">The documented code.</param>
/// <param name="EntryId">An entry that it leads to.</param>
public sealed record NearCode(ErrorCode Code, string EntryId);

/// <summary>Codes that belong together.</summary>
/// <param name="Scheme">The id of their scheme.</param>
/// <param name="Pattern">What they have in common, for example <c>31xxx</c> or <c>SSPR_</c>.</param>
/// <param name="Group">The group of the scheme that they are, or null where they only look alike.</param>
/// <param name="Count">How many of them are documented.</param>
public sealed record CodeFamily(string Scheme, string Pattern, CodeGroup? Group, int Count);

/// <summary>The answer to a look-up of a code.</summary>
/// <param name="Owners">The entries that it leads to; those that are about it first. Empty where it is not documented.</param>
/// <param name="Nearest">Where it is not documented: the closest codes that are, closest first.</param>
/// <param name="Family">Where it is not documented: the codes that it seems to belong to, or null.</param>
public sealed record CodeLookup(ImmutableArray<CodeOwner> Owners, ImmutableArray<NearCode> Nearest, CodeFamily? Family);
