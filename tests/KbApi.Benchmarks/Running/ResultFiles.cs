using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KbApi.Benchmarks.Running;

/// <summary>The figures of one benchmark, with when and on what they were taken.</summary>
/// <param name="Measured">The day.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Tables">The figures.</param>
internal sealed record BenchmarkResult(DateOnly Measured, string Machine, IReadOnlyList<FigureTable> Tables);

/// <summary>The figures of the last run of each benchmark, a file each: what is not measured again stays as it is.</summary>
/// <param name="folder">Where they are.</param>
internal sealed class ResultFiles(string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public BenchmarkResult? Read(string name) => File.Exists(PathOf(name)) ? JsonSerializer.Deserialize<BenchmarkResult>(File.ReadAllText(PathOf(name)), Json) : null;

    public void Write(string name, BenchmarkResult result)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(PathOf(name), JsonSerializer.Serialize(result, Json) + "\n");
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".json");
}
