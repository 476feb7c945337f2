namespace KbApi.Content.Model;

/// <summary>Something that exists under one id in several locales.</summary>
public interface ILocalizable
{
    /// <summary>The same in every locale.</summary>
    public string Id { get; }

    /// <summary>The locale of this text of it.</summary>
    public LocaleTag Locale { get; }
}
