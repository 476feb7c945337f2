using System.Collections.Immutable;
using System.Xml;
using KbApi.Content.Model;

namespace KbApi.Translation.Formats;

/// <summary>Reads XLIFF 1.0 to 1.2 and 2.0 to 2.2, unit by unit, as tools write them back: segmented, with other elements among ours.</summary>
internal sealed class XliffReader
{
    private readonly XmlReader _xml;
    private readonly ImmutableArray<ImportedUnit>.Builder _units = ImmutableArray.CreateBuilder<ImportedUnit>();
    private LocaleTag? _source;
    private LocaleTag? _target;
    private string _file = "";

    private XliffReader(XmlReader xml) => _xml = xml;

    /// <exception cref="TranslationFormatException">The file is no XLIFF, or not to be trusted.</exception>
    public static ImportedFile Read(ReadOnlyMemory<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var xml = XmlReader.Create(stream, XliffSettings.ForReading);
        try
        {
            return new XliffReader(xml).Read();
        }
        catch (XmlException e)
        {
            throw new TranslationFormatException(e.Message, e);
        }
    }

    private ImportedFile Read()
    {
        _xml.MoveToContent();
        if (_xml.LocalName != "xliff" || !_xml.NamespaceURI.StartsWith("urn:oasis:names:tc:xliff:document:", StringComparison.Ordinal))
        {
            throw Fault($"the root element is '{_xml.LocalName}', not XLIFF's");
        }

        SetLocales("srcLang", "trgLang");
        while (_xml.Read())
        {
            if (_xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            CheckDepth(_xml);
            switch (_xml.LocalName)
            {
                case "file":
                    _file = _xml.GetAttribute("id") ?? _xml.GetAttribute("original") ?? "";
                    SetLocales("source-language", "target-language");
                    break;
                case "unit" or "trans-unit" when !_xml.IsEmptyElement:
                    Add(new XliffUnitReader(_xml).Read(_file));
                    break;
            }
        }

        return new ImportedFile(_source, _target, _units.ToImmutable());
    }

    private void Add(ImportedUnit unit)
    {
        if (_units.Count >= FormatLimits.MaxUnits)
        {
            throw Fault($"there are more than {FormatLimits.MaxUnits} units");
        }

        _units.Add(unit);
    }

    private void SetLocales(string source, string target)
    {
        _source = LocaleOf(source) ?? _source;
        var found = LocaleOf(target);
        if (found is not null && _target is not null && found != _target)
        {
            throw Fault($"it is in {_target} and in {found}; a file has one language to translate to");
        }

        _target = found ?? _target;
    }

    private LocaleTag? LocaleOf(string attribute) => LocaleTag.TryParse(_xml.GetAttribute(attribute), out var locale) ? locale : null;

    private TranslationFormatException Fault(string message) => FaultAt(_xml, message);

    internal static void CheckDepth(XmlReader xml)
    {
        if (xml.Depth > FormatLimits.MaxDepth)
        {
            throw FaultAt(xml, $"elements stand in each other more than {FormatLimits.MaxDepth} deep");
        }
    }

    internal static TranslationFormatException FaultAt(XmlReader xml, string message)
    {
        var place = xml as IXmlLineInfo;
        return new TranslationFormatException($"Line {place?.LineNumber ?? 0}: {message}.");
    }
}
