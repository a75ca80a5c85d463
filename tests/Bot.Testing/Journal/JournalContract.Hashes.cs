using System.Security.Cryptography;
using System.Text;
using Bot.Core.Communities;
using Bot.Core.Journal;

namespace Bot.Testing.Journal;

/// <summary>Rule 6, hashes: anybody can check the chain of a community with the content hashes alone.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task The_content_hash_tells_the_same_from_another()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Guild, Next(Editions, 0, "It closed."), Next(Editions, 1, "It opened.")));
        Time.Advance(TimeSpan.FromDays(1));
        await Appended(journal, Command("b", Team, Next(Queue, 0, "It closed.")));

        var hashes = (await All(journal)).ConvertAll(envelope => envelope.ContentHash);

        hashes[2].ShouldBe(hashes[0]);
        hashes[1].ShouldNotBe(hashes[0]);
        hashes.ShouldAllBe(hash => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower));
    }

    [Fact]
    public async Task Each_community_has_a_chain_of_its_own_that_content_hashes_prove()
    {
        var journal = await Open();
        await Appended(journal, Command("a", Guild, Next(Editions, 0, "one"), Next(Queue, 0, "two")));
        await Appended(journal, Command("b", Team, Next(Editions, 1, "three")));
        (await journal.Append(Command("c", Guild, Next(Editions, 0, "lost")), Cancel)).ShouldBeOfType<AppendResult.Conflict>();
        await Appended(journal, Command("d", Guild, Next(Editions, 2, "one")));
        await Appended(journal, Command("e", Team, Next(Queue, 1, "five"), Next(Queue, 2, "six")));

        var communities = (await All(journal)).GroupBy(envelope => envelope.Community).ToList();

        communities.Select(community => community.Count()).ShouldBe([3, 3]);
        communities.ShouldAllBe(community => Proves(community));
    }

    /// <summary>The chain hash is SHA-256, in hex, of the chain hash before (nothing at first) and the content hash, written one after the other.</summary>
    private static bool Proves(IGrouping<CommunityId, Envelope> community)
    {
        var chain = "";
        foreach (var envelope in community)
        {
            chain = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(chain + envelope.ContentHash)));
            if (chain != envelope.ChainHash)
            {
                return false;
            }
        }

        return true;
    }
}
