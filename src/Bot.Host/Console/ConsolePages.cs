using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Host.Console.Moderating;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.WebEncoders;

namespace Bot.Host.Console;

/// <summary>The web console: pages made on the server, one small script, nothing kept between two requests.</summary>
public static class ConsolePages
{
    /// <summary>Adds the pages to the services.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services
            .AddRazorPages(pages =>
            {
                pages.RootDirectory = "/Console/Pages";
                pages.Conventions.ConfigureFilter(new ConsoleHeaders());
                pages.Conventions.AddPageRoute("/Index", "console/say");
                // What readers do changes nothing, so there is nothing to forge; what moderators do is sealed.
                pages.Conventions.AddFolderApplicationModelConvention(
                    "/",
                    page =>
                    {
                        if (!page.ViewEnginePath.StartsWith("/Moderate/", StringComparison.Ordinal))
                        {
                            page.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
                        }
                    }
                );
            })
            .ConfigureApplicationPartManager(AddOwnPages);
        services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(_ => new Assets(Root));
        services.AddScoped<Reading>();
        services.AddScoped<ModeratorVisit>();
        services.AddSingleton<PostBoard>();
        MakeKeyRingWhenNeeded(services);
        return services;
    }

    /// <summary>Maps the pages, their files and the timeline's picture.</summary>
    public static WebApplication MapConsole(this WebApplication app)
    {
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(Root),
                OnPrepareResponse = file =>
                {
                    var headers = file.Context.Response.Headers;
                    headers.CacheControl = file.Context.Request.Query.ContainsKey(Assets.Version)
                        ? "public, max-age=31536000, immutable"
                        : "no-cache";
                    headers.XContentTypeOptions = "nosniff";
                },
            }
        );
        app.MapRazorPages();
        app.MapFallbackToPage("/Nowhere");
        app.MapTimelinePicture();
        return app;
    }

    /// <summary>The files travel beside the program, wherever it was started from.</summary>
    private static string Root => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The pages are found by the name of the program, which in a test is that of the test.</summary>
    private static void AddOwnPages(ApplicationPartManager manager)
    {
        var own = typeof(ConsolePages).Assembly;
        if (manager.ApplicationParts.OfType<AssemblyPart>().Any(part => part.Assembly == own))
        {
            return;
        }

        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own))
        {
            manager.ApplicationParts.Add(part);
        }
    }

    /// <summary>The key ring is made when something is first sealed; made at every start, it would hold up the first page.</summary>
    private static void MakeKeyRingWhenNeeded(IServiceCollection services)
    {
        foreach (
            var warmUp in services
                .Where(service =>
                    service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService"
                )
                .ToList()
        )
        {
            services.Remove(warmUp);
        }
    }
}
