namespace KbApi.InputFuzzing;

/// <summary>Something that reads what strangers send: any bytes, without an exception that it does not announce.</summary>
/// <param name="Name">Its name, and that of the folder of its seeds.</param>
/// <param name="Run">Reads bytes; what it throws is a failure.</param>
/// <param name="Words">What its language is made of; mutations put them in.</param>
public sealed record FuzzTarget(string Name, Action<byte[]> Run, params string[] Words);
