using System.Text;

namespace KbApi.InputFuzzing;

/// <summary>Changes bytes as fuzzers do: bits, blocks, numbers at their ends, words of the language, pieces of other inputs.</summary>
public sealed class ByteMutator(Random random, FuzzTarget target)
{
    private const int MaxLength = 64 * 1024;

    private static readonly byte[] Ends = [0, 1, 0x0A, 0x0D, 0x20, 0x22, 0x27, 0x3C, 0x5B, 0x7F, 0x80, 0xC0, 0xED, 0xF4, 0xFE, 0xFF];

    public byte[] Change(byte[] seed, byte[] other)
    {
        var bytes = seed;
        for (var i = 1 << random.Next(6); i > 0; i--)
        {
            bytes = ChangeOnce(bytes, other);
        }

        return bytes.Length <= MaxLength ? bytes : bytes[..MaxLength];
    }

    private byte[] ChangeOnce(byte[] bytes, byte[] other)
    {
        var at = random.Next(bytes.Length + 1);
        var end = at + random.Next(Math.Min(64, bytes.Length - at) + 1);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Length:
                return [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(8))), .. bytes[(at + 1)..]];
            case 1 when at < bytes.Length:
                return [.. bytes[..at], Ends[random.Next(Ends.Length)], .. bytes[(at + 1)..]];
            case 2:
                return [.. bytes[..at], .. bytes[end..]];
            case 3:
                return [.. bytes[..end], .. bytes[at..]];
            case 4 when other.Length > 0:
                var start = random.Next(other.Length);
                return [.. bytes[..at], .. other[start..Math.Min(other.Length, start + random.Next(1, 200))], .. bytes[end..]];
            case 5:
                return [.. bytes[..at], .. Repeat(bytes[at..end]), .. bytes[at..]];
            case 6 when at > 0:
                return bytes[..at];
            default:
                return [.. bytes[..at], .. Encoding.UTF8.GetBytes(target.Words[random.Next(target.Words.Length)]), .. bytes[at..]];
        }
    }

    private byte[] Repeat(byte[] piece) => [.. Enumerable.Repeat(piece, random.Next(2, 40)).SelectMany(p => p)];
}
