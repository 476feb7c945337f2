using System.Globalization;
using KbApi.Content.Model;

namespace KbApi.Content.Tests.Support;

/// <summary>Writes constraints without the words of their document, so that those of two locales can be compared.</summary>
internal static class ConstraintText
{
    public static string Of(Constraint constraint)
    {
        var bound = constraint.Bound == ConstraintBound.Exact ? "" : constraint.Bound + " ";
        var to = constraint.To is { } end ? string.Create(CultureInfo.InvariantCulture, $" to {end}") : "";
        var per = constraint.Per is { } time ? $" per {Of(time)}" : "";
        return $"{constraint.Kind} {bound}{Of(constraint.Quantity)}{to}{per}";
    }

    public static string Of(Quantity quantity) => string.Create(CultureInfo.InvariantCulture, $"{quantity.Value} {quantity.Unit}");
}
