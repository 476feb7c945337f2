using System.Buffers;
using KbApi.Content.Text;

namespace KbApi.Rules.Redaction;

/// <summary>
/// Finds what must not be kept within one word of several parts: values behind labels, then credentials of addresses, then mail addresses, then IP
/// addresses, then names of machines and keys. Each kind is looked for in what the kinds before it have left.
/// </summary>
internal readonly struct SecretsInWord(string text, List<FoundSecret> found)
{
    private const int FewestChars = 3;

    private static readonly SearchValues<char> PartEnds = SearchValues.Create("=:/\\?");
    private static readonly SearchValues<char> SegmentEnds = SearchValues.Create(":\\?");
    private static readonly SearchValues<char> ValueSigns = SearchValues.Create("=/");

    private int EndOfLast => found.Count == 0 ? 0 : found[^1].Span.End;

    /// <summary>Adds what is found, in order, and returns where it ends: at the word's end, or behind it where the word ends in a label.</summary>
    public int Read(int start, int end)
    {
        var left = start;
        for (var i = start; i < end;)
        {
            var next = text.AsSpan(i, end - i).IndexOfAny(PartEnds);
            if (next < 0)
            {
                break;
            }

            var partEnd = i + next;
            if (i > start && partEnd > i && text[partEnd] is '=' or ':' && LabelledValue.TryRead(text, i, partEnd) is { } labelled)
            {
                ReadUnlabelled(left, i);
                found.Add(labelled);
                left = labelled.Span.End;
                partEnd = left - 1;
            }

            i = partEnd + 1;
        }

        if (left < end)
        {
            ReadUnlabelled(left, end);
        }

        return Math.Max(left, end);
    }

    private void ReadUnlabelled(int start, int end)
    {
        while (start < end && UriCredentials.TryFind(text, start, end) is { } credentials)
        {
            ReadAddresses(start, credentials.Start);
            found.Add(new FoundSecret(credentials, RedactionKind.Password));
            start = credentials.End;
        }

        ReadAddresses(start, end);
    }

    private void ReadAddresses(int start, int end)
    {
        while (start < end && MailAddress.TryFind(text, start, end) is { } mail)
        {
            ReadGroups(start, mail.Start);
            found.Add(new FoundSecret(TextSpan.FromBounds(Math.Max(mail.Start, EndOfLast), mail.End), RedactionKind.Email));
            start = mail.End;
        }

        ReadGroups(start, end);
    }

    private void ReadGroups(int start, int end)
    {
        while (start < end && NetworkAddress.TryFindGroups(text, start, end) is { } address)
        {
            ReadOctets(start, address.Start);
            found.Add(new FoundSecret(address, RedactionKind.IPAddress));
            start = address.End;
        }

        ReadOctets(start, end);
    }

    private void ReadOctets(int start, int end)
    {
        while (start < end && NetworkAddress.TryFindOctets(text, start, end) is { } address)
        {
            ReadSegments(start, address.Start);
            found.Add(new FoundSecret(address, RedactionKind.IPAddress));
            start = address.End;
        }

        ReadSegments(start, end);
    }

    private void ReadSegments(int start, int end)
    {
        while (start < end)
        {
            var next = text.AsSpan(start, end - start).IndexOfAny(SegmentEnds);
            var segmentEnd = next < 0 ? end : start + next;
            while (start < segmentEnd)
            {
                var runEnd = start + Ideographs.FirstIn(text.AsSpan(start, segmentEnd - start));
                ReadSegment(start, runEnd);
                start = runEnd + 1;
            }

            start = segmentEnd + 1;
        }
    }

    /// <summary>A key may have slashes and end with equals signs: what stands between other signs is looked at before its parts.</summary>
    private void ReadSegment(int start, int end)
    {
        if (TryAdd(start, end))
        {
            return;
        }

        var assigned = text.AsSpan(start, end - start).IndexOf('=');
        if (assigned < 0 || !TryAdd(start + assigned + 1, end))
        {
            ReadParts(start, end);
        }
    }

    private void ReadParts(int start, int end)
    {
        while (start < end)
        {
            var next = text.AsSpan(start, end - start).IndexOfAny(ValueSigns);
            var partEnd = next < 0 ? end : start + next;
            TryAdd(start, partEnd);
            start = partEnd + 1;
        }
    }

    private bool TryAdd(int start, int end)
    {
        while (end > start && text[end - 1] is '.' or '!')
        {
            end--;
        }

        if (end - start < FewestChars)
        {
            return false;
        }

        var word = text.AsSpan(start, end - start);
        RedactionKind? kind = MachineName.Is(text, start, word) ? RedactionKind.Machine : KeyShape.IsKey(word) ? RedactionKind.Secret : null;
        if (kind is { } known)
        {
            found.Add(new FoundSecret(TextSpan.FromBounds(start, end), known));
        }

        return kind is not null;
    }
}
