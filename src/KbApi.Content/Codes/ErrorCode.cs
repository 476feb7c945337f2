namespace KbApi.Content.Codes;

/// <summary>A code that identifies an error or event, in canonical form. Equal codes are one code, however they were written.</summary>
/// <param name="Scheme">The id of its <see cref="CodeScheme"/>, for example <c>hresult</c> or <c>event</c>.</param>
/// <param name="Value">The code itself: hexadecimal as <c>0x</c> and 8 upper-case digits, numbers without leading zeros, families of numbers with what stands for their open digits (<c>300***</c>), the rest as the scheme writes it.</param>
/// <param name="Source">The program or log that it belongs to, for example <c>ADSync</c>, or null where none is named.</param>
public readonly record struct ErrorCode(string Scheme, string Value, string? Source = null)
{
    /// <summary>The value, behind its source where it has one.</summary>
    public override string ToString() => Source is null ? Value : $"{Source}/{Value}";
}
