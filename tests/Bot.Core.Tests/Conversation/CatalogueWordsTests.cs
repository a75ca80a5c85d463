using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;

namespace Bot.Core.Tests.Conversation;

public sealed class CatalogueWordsTests
{
    [Fact]
    public void Every_language_says_all_of_the_catalogue_and_nothing_else()
    {
        CatalogueWords.Others.Count.ShouldBeGreaterThan(0);
        foreach (var words in CatalogueWords.Others)
        {
            words.Keys.Order().ShouldBe(CatalogueWords.Needed.Order(), words.Language);
        }
    }

    [Fact]
    public void A_description_fits_where_platforms_show_it()
    {
        foreach (var words in CatalogueWords.Others)
        {
            Catalogue.Groups.Keys.Select(words.Group).ShouldAllBe(text => text.Length <= 100);
            Catalogue.All.Select(words.Summary).ShouldAllBe(text => text.Length <= 100);
            Catalogue
                .All.SelectMany(entry => entry.Options.Select(option => words.Description(entry, option)))
                .ShouldAllBe(text => text.Length > 0 && text.Length <= 100);
        }
    }
}
