using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Bot.Host.Tests.Console;

/// <summary>The console without a browser, and without its script.</summary>
public sealed partial class PageTests(ConsoleHost host) : IClassFixture<ConsoleHost>
{
    public static TheoryData<string> Pages =>
        ["/", "/facts", "/facts/bridge-closed", "/timeline", "/timeline?since=2026-05-14", "/changes", "/about"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_page_is_whole_and_lets_nothing_in_from_elsewhere(string path)
    {
        var page = await host.Get(path);

        page.Status.ShouldBe(200);
        page.Html.ShouldContain("<main id=\"main\"");
        ShouldBeGuarded(page);
    }

    [Theory]
    [InlineData("/nothing-here", "no page at this address")]
    [InlineData("/facts/no-such-fact", "no fact of that name")]
    [InlineData("/?story=no-such-story", "no story of that name")]
    public async Task What_is_not_there_gets_a_page_of_the_site(string path, string sentence)
    {
        var page = await host.Get(path);

        page.Status.ShouldBe(404);
        page.Text.ShouldContain(sentence);
        page.Html.ShouldContain("<nav aria-label=\"Pages\">");
        ShouldBeGuarded(page);
    }

    [Theory]
    [InlineData("/timeline")]
    [InlineData("/changes")]
    public async Task A_page_to_be_read_refuses_what_is_sent_to_it(string path)
    {
        using var sent = await host.Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), "x", TestContext.Current.CancellationToken);

        ((int)sent.StatusCode).ShouldBe(405);
    }

    [Fact]
    public async Task A_form_without_the_script_gets_the_whole_page_with_the_answer()
    {
        var page = await host.Say("who shut the bridge?");

        page.Status.ShouldBe(200);
        page.Html.ShouldContain("<!doctype html>");
        page.Text.ShouldContain("who shut the bridge?");
        page.Text.ShouldContain("Tarrow Borough Council closed the Harbour Bridge");
        page.Html.ShouldContain("action=\"/console/say\"");
        ShouldBeGuarded(page);
    }

    [Fact]
    public async Task The_script_gets_the_answer_alone()
    {
        var page = await host.Say("who shut the bridge?", scripted: true);

        page.Html.ShouldNotContain("<html");
        page.Html.TrimStart().ShouldStartWith("<article class=\"exchange\">");
        page.Count("<h2 class=\"headline\"").ShouldBe(1);
    }

    [Theory]
    [InlineData("<b>x</b><script>alert(1)</script>")]
    [InlineData("/story who <img src=x onerror=alert(1)>")]
    [InlineData("/story timeline since:<b>x</b>")]
    [InlineData("\"><b>x</b>")]
    public async Task Markup_that_is_typed_is_shown_and_not_obeyed(string typed)
    {
        foreach (var page in new[] { await host.Say(typed), await host.Get($"/timeline?since={Uri.EscapeDataString(typed)}") })
        {
            page.Status.ShouldBe(200);
            page.Html.ShouldNotContain("<b>");
            page.Html.ShouldNotContain("<img src=x");
            page.Html.ShouldNotContain("<script>");
        }

        (await host.Say(typed)).Text.ShouldContain(typed);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused_and_not_read_back_in_full()
    {
        var page = await host.Say(new string('w', 3_000), scripted: true);

        page.Status.ShouldBe(200);
        page.Text.ShouldContain("2000");
        page.Html.ShouldNotContain(new string('w', 400));
    }

    [Fact]
    public async Task Nothing_typed_is_the_story_so_far_and_another_script_stands_apart()
    {
        (await host.Say(" ", scripted: true)).Text.ShouldContain("The story so far");
        (await host.Say("ما هذا؟", scripted: true)).Text.ShouldContain("<bdi>ما هذا؟</bdi>");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/facts")]
    [InlineData("/facts/bridge-closed")]
    [InlineData("/facts?kind=account")]
    public async Task No_card_leaves_out_status_speaker_date_age_or_source(string path) => ShouldBeAttributed(await host.Get(path));

    [Theory]
    [InlineData("who responded")]
    [InlineData("why was the bridge closed?")]
    [InlineData("/story what kind:finding")]
    [InlineData("/why who shut the bridge")]
    public async Task No_answer_leaves_them_out_either(string typed) => ShouldBeAttributed(await host.Say(typed, scripted: true));

    [Fact]
    public async Task An_account_never_stands_alone()
    {
        var accounts = await host.Get("/facts?kind=account");
        var ids = FactLink().Matches(accounts.Html).Select(match => match.Groups[1].Value).ToList();
        ids.Count.ShouldBeGreaterThan(1);

        foreach (var page in ids.SelectMany(id => new[] { $"/facts/{id}", $"/facts?text={id}" }))
        {
            (await host.Get(page)).Count("<section class=\"pair\"").ShouldBe(1, page);
            (await host.Get(page)).Count("<article class=\"fact\">").ShouldBe(2, page);
        }
    }

    [Theory]
    [InlineData("/story w", "/story who ")]
    [InlineData("/story who pethy", "/story who Rosalind Pethybridge")]
    [InlineData("/story who name:pethy", "/story who name:Rosalind Pethybridge")]
    [InlineData("/story what kind:ex", "/story what kind:exemption")]
    [InlineData("who shut", "who shut the bridge")]
    public async Task What_could_be_typed_next_is_a_list_of_options(string typed, string completed)
    {
        var page = await host.Get($"/console/suggest?typed={Uri.EscapeDataString(typed)}");

        page.Status.ShouldBe(200);
        page.Text.ShouldContain($"data-text=\"{completed}\"");
        page.Html.ShouldContain("role=\"option\"");
    }

    [Fact]
    public async Task The_files_of_the_page_are_kept_by_the_browser_and_the_page_is_not()
    {
        var page = await host.Get("/");
        page.Header("Cache-Control").ShouldBe("no-store");

        var files = OwnFile().Matches(page.Html).Select(match => match.Groups[1].Value).ToList();
        files.Count.ShouldBe(4);
        foreach (var file in files)
        {
            var kept = await host.Get(file);
            kept.Status.ShouldBe(200, file);
            kept.Header("Cache-Control").ShouldContain("immutable");
            (await host.Get(file, ("If-None-Match", kept.Header("ETag")))).Status.ShouldBe(304, file);
        }

        (await host.Get("/console.css")).Header("Cache-Control").ShouldBe("no-cache");
    }

    [Fact]
    public async Task The_picture_is_drawn_once_and_known_again()
    {
        var picture = await host.Get("/console/timeline.png");
        picture.Status.ShouldBe(200);
        picture.Header("Content-Type").ShouldBe("image/png");

        (await host.Get("/console/timeline.png", ("If-None-Match", picture.Header("ETag")))).Status.ShouldBe(304);
        (await host.Get("/console/timeline.png?theme=dark")).Header("ETag").ShouldNotBe(picture.Header("ETag"));
        (await host.Get("/console/timeline.png?since=2026-05-14")).Header("ETag").ShouldNotBe(picture.Header("ETag"));
    }

    private static void ShouldBeGuarded(Page page)
    {
        var policy = page.Header("Content-Security-Policy");
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
        page.Header("Referrer-Policy").ShouldBe("no-referrer");
        InlineCode().Matches(page.Html).ShouldBeEmpty();
        Loaded().Matches(page.Html).Select(match => match.Groups[1].Value).ShouldAllBe(address => address.StartsWith('/'));
    }

    private static void ShouldBeAttributed(Page page)
    {
        page.Status.ShouldBe(200);
        var cards = page.Html.Split("<article class=\"fact\">").Skip(1).Select(card => card.Split("</article>")[0]).ToList();
        cards.ShouldNotBeEmpty();
        foreach (var card in cards)
        {
            Regex.Count(card, "<span class=\"chip chip-[a-z-]+\">[^<]+</span>").ShouldBeGreaterThan(0, card);
            foreach (var label in new[] { "Speaker", "Date", "Age" })
            {
                Regex.IsMatch(card, $"<dt>{label}</dt><dd>[^<]+</dd>").ShouldBeTrue($"{label} in {card}");
            }

            Regex.IsMatch(card, "<dt>Sources?</dt>\\s*<dd>\\s*\\S").ShouldBeTrue(card);
        }
    }

    [GeneratedRegex("<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:")]
    private static partial Regex InlineCode();

    /// <summary>What a browser fetches by itself.</summary>
    [GeneratedRegex("(?:src|srcset|<link[^>]* href)=\"([^\"]*)\"")]
    private static partial Regex Loaded();

    [GeneratedRegex("(?:href|src)=\"(/[a-z./]+\\?v=[0-9a-f]+)\"")]
    private static partial Regex OwnFile();

    [GeneratedRegex("class=\"ref\"><a href=\"/facts/([^\"]+)\"")]
    private static partial Regex FactLink();
}
