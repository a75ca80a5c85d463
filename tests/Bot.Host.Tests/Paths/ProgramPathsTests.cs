using Bot.Host.Paths;

namespace Bot.Host.Tests.Paths;

public sealed class ProgramPathsTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("dateline-paths-");

    [Fact]
    public void Inside_the_repository_settings_are_measured_from_its_root_and_arguments_from_where_one_stands()
    {
        File.WriteAllText(Path.Combine(root.FullName, "Bot.sln"), "");
        var deep = root.CreateSubdirectory("src/deep").FullName;
        var paths = ProgramPaths.Find("/opt/dateline", deep);

        paths.IsDevelopment.ShouldBeTrue();
        paths.FromSettings("seeds").ShouldBe(Path.Combine(root.FullName, "seeds"));
        paths.FromCommandLine("seeds").ShouldBe(Path.Combine(deep, "seeds"));
        paths.FromCommandLine("../seeds").ShouldBe(Path.Combine(root.FullName, "src", "seeds"));
    }

    [Fact]
    public void The_nearest_repository_counts()
    {
        File.WriteAllText(Path.Combine(root.FullName, "Bot.sln"), "");
        var inner = root.CreateSubdirectory("inner").FullName;
        File.WriteAllText(Path.Combine(inner, "Bot.sln"), "");

        ProgramPaths.Find("/opt/dateline", inner).Repository.ShouldBe(inner);
    }

    [Fact]
    public void Elsewhere_settings_are_measured_from_the_program()
    {
        var paths = ProgramPaths.Find("/opt/dateline/", root.FullName);

        paths.IsDevelopment.ShouldBeFalse();
        paths.FromSettings("seeds").ShouldBe("/opt/dateline/seeds");
        paths.FromSettings("/srv/seeds").ShouldBe("/srv/seeds");
        paths.FromCommandLine("seeds").ShouldBe(Path.Combine(root.FullName, "seeds"));
    }

    public void Dispose() => root.Delete(recursive: true);
}
