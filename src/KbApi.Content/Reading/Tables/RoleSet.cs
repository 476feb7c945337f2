using System.Numerics;
using KbApi.Content.Lexicons;

namespace KbApi.Content.Reading.Tables;

/// <summary>Some roles, a bit each.</summary>
internal readonly record struct RoleSet(uint Bits)
{
    public int Count => BitOperations.PopCount(Bits);

    public bool Contains(ColumnRole role) => (Bits & (1u << (int)role)) != 0;

    public RoleSet With(ColumnRole role) => new(Bits | (1u << (int)role));
}
