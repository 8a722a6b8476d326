namespace BotCoach.Host.Tests;

/// <summary>docs/images/architecture.svg shows the references that there really are.</summary>
public sealed class HousePictureTests
{
    [Fact]
    public async Task The_picture_of_the_house_is_drawn_from_its_project_files()
    {
        var file = Path.Combine(RepositoryRoot.Path, "docs", "images", "architecture.svg");
        var drawn = HousePicture.Draw(House.Projects(), [.. House.References()], House.FloorOf);
        if (Environment.GetEnvironmentVariable("BOTCOACH_REWRITE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(file, drawn);
        }

        Assert.Equal(drawn, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public void A_reference_that_others_imply_gets_no_arrow() => Assert.Equal(
        [new Reference("Attic", "Hall"), new Reference("Hall", "Cellar")],
        HousePicture.Direct([new("Attic", "Hall"), new("Hall", "Cellar"), new("Attic", "Cellar")]));
}
