#pragma warning disable RS0030 // A tool prints to the console.
using KbApi.Fuzzing;

// Usage: dotnet run -c Release --project tests/KbApi.Fuzzing -- hostile [SHAPE…]
switch (args)
{
    case ["hostile", .. var shapes]:
        HostileRun.Write(shapes, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("usage: KbApi.Fuzzing hostile [SHAPE…]");
        return 2;
}
