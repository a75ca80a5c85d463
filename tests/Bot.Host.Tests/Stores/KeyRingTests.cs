using System.Security.Cryptography;
using Bot.Core.Communities;
using Bot.Host.Tests.Hosting;
using Bot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Stores;

public sealed class KeyRingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sealed_before_a_restart_can_be_opened_after_it()
    {
        using var stories = new TemporaryStories("bridge");
        string sealedText;
        await using (var host = await Start(stories, "sqlite"))
        {
            sealedText = Protector(host).Protect("a pass");
        }

        await using var again = await Start(stories, "sqlite");

        Protector(again).Unprotect(sealedText).ShouldBe("a pass");
    }

    [Fact]
    public async Task Without_a_store_the_keys_end_with_the_process()
    {
        using var stories = new TemporaryStories("bridge");
        string sealedText;
        await using (var host = await Start(stories, "memory"))
        {
            sealedText = Protector(host).Protect("a pass");
            Protector(host).Unprotect(sealedText).ShouldBe("a pass");
            host.Services.GetRequiredService<ISignInLinks>().ShouldBeOfType<InMemorySignInLinks>();
        }

        await using var again = await Start(stories, "memory");

        Should.Throw<CryptographicException>(() => Protector(again).Unprotect(sealedText));
    }

    [Fact]
    public async Task A_start_and_a_page_make_no_key()
    {
        using var stories = new TemporaryStories("bridge");
        await using (var host = await Start(stories, "sqlite"))
        {
            (await host.Client.Status("/", Cancellation)).ShouldBe(200);
        }

        await using var store = Store.Sqlite(File(stories), TimeProvider.System);
        (await store.ProtectionKeys.All(Cancellation)).ShouldBeEmpty();
    }

    private static IDataProtector Protector(RunningHost host) =>
        host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static string File(TemporaryStories stories) => Path.Combine(stories.Root, "data", "dateline.db");

    private static Task<RunningHost> Start(TemporaryStories stories, string provider) =>
        RunningHost.Start(
            stories,
            Cancellation,
            time: null,
            development: true,
            ("Store:Provider", provider),
            ("Store:ConnectionString", provider == "memory" ? "" : File(stories))
        );
}
