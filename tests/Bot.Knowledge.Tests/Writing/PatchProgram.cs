using System.Diagnostics;

namespace Bot.Knowledge.Tests.Writing;

/// <summary>The programs that take a patch, run on a folder.</summary>
internal static class PatchProgram
{
    /// <summary>Those of this machine, at least one.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Found("git"), .. Found("patch")];

    /// <summary>Applies a patch without any tolerance for lines that are not where it says.</summary>
    public static void Apply(string program, string folder, string patch)
    {
        string[] words = program == "git" ? ["apply", "--whitespace=nowarn", "-"] : ["-p1", "--fuzz=0", "--no-backup-if-mismatch"];
        using var running = new Process
        {
            StartInfo = new ProcessStartInfo(program, words)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["GIT_CEILING_DIRECTORIES"] = folder },
            },
        };
        running.Start();
        using (running.StandardInput)
        {
            running.StandardInput.Write(patch);
        }

        var said = running.StandardOutput.ReadToEndAsync();
        var complained = running.StandardError.ReadToEnd();
        running.WaitForExit();
        running.ExitCode.ShouldBe(0, $"{said.Result}{complained}\n{patch}");
        said.Result.ShouldNotContain("offset");
    }

    private static IEnumerable<string> Found(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)))
            ? [program]
            : [];
}
