using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KbApi.Benchmarks.Running;

/// <summary>How long this thread has been computing: on a machine that does other work as well, time passes while it waits. Where that can't be told, the time that passed.</summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;
    private const double NanosecondsOfMillisecond = 1e6;
    private const double MillisecondsOfSecond = 1e3;

    public static double Milliseconds => OperatingSystem.IsLinux() && ClockGetTime(ThreadCpuTime, out var time) == 0
        ? (time.Seconds * MillisecondsOfSecond) + (time.Nanoseconds / NanosecondsOfMillisecond)
        : Stopwatch.GetElapsedTime(0).TotalMilliseconds;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
