using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>Threads are told apart mail by mail, and what is no message is left out.</summary>
public sealed class PreReadMailTests
{
    [Fact]
    public void Each_mail_of_a_thread_is_named_by_its_author_and_day()
    {
        var preRead = PreRead.Parse("""
            From: Priya Raman <priya@alder.example>
            Sent: Monday, 3 November 2026 10:12
            To: Exec staff
            Subject: RE: Rent

            Hi all,

            We should move before June.

            Best regards,
            Priya
            Chief Financial Officer
            +44 20 7946 0000

            ________________________________
            From: Berg, Tom
            Sent: 2026-11-02 09:00
            To: Priya Raman
            Subject: Rent

            The landlord asks for 68,000 a month.
            """);

        Assert.Equal(
            [("We should move before June.", "mail of Priya, 3 Nov"), ("The landlord asks for 68,000 a month.", "mail of Tom, 2 Nov")],
            preRead.Sentences.Select(sentence => (sentence.Text, sentence.Place.In(Language.English))));
    }

    [Fact]
    public void Quotes_belong_to_whoever_is_quoted_at_that_depth()
    {
        var preRead = PreRead.Parse("""
            I would rather wait a year.

            Thanks,
            Maria

            On Tue, 17 Nov 2026 at 16:02, Tom Berg <tom@alder.example> wrote:
            > The offer ends on Friday.
            >
            > On Mon, Nov 16, 2026 at 09:15 Mei Tanaka wrote:
            >> We need your answer in writing.
            > It cannot be extended.
            """);

        Assert.Equal(
            [
                ("I would rather wait a year.", "mail of Maria"),
                ("The offer ends on Friday.", "mail of Tom, 17 Nov"),
                ("We need your answer in writing.", "mail of Mei, 16 Nov"),
                ("It cannot be extended.", "mail of Tom, 17 Nov"),
            ],
            preRead.Sentences.Select(sentence => (sentence.Text, sentence.Place.In(Language.English))));
    }

    [Theory]
    [InlineData("Von: Lena Hoffmann\nGesendet: 3. November 2026", "mail of Lena, 3 Nov")]
    [InlineData("De: Rocío Vega\nEnviado el: lunes, 3 de noviembre de 2026", "mail of Rocío, 3 Nov")]
    [InlineData("From: priya.raman@alder.example\nDate: Nov 3, 2026", "mail of Priya, 3 Nov")]
    [InlineData("From: Priya Raman, CFO\nSent: 03/11/2026 10:12", "mail of Priya, 03/11/2026")]
    [InlineData("From: Priya Raman\nTo: all", "mail of Priya")]
    public void Headers_are_read_in_several_languages(string header, string place) => Assert.Equal(
        place,
        PreRead.Parse($"{header}\n\nRent rises in April.\n\nFrom: Tom\nTo: Priya\n\nWages rise too.").Sentences[0].Place.In(Language.English));

    [Fact]
    public void A_sentence_that_is_quoted_again_and_again_is_there_once()
    {
        const string Sentence = "The landlord asks for 68,000 a month.";
        var preRead = PreRead.Parse($"From: Ana\nTo: Tom\n\nNo.\n> {Sentence}\n\nFrom: Tom\nTo: Ana\n\n{Sentence}\n>> {Sentence}");

        Assert.Single(preRead.Sentences, sentence => sentence.Text == Sentence);
    }

    [Fact]
    public void A_memorandum_is_no_thread_and_keeps_its_sections()
    {
        var preRead = PreRead.Parse("""
            Budget 2027

            To: Executive committee
            From: Lena Hoffmann
            Date: 27 November 2026

            The frame

            We recommend to spend less on rent.
            """);

        Assert.Equal("section The frame", preRead.Sentences[^1].Place.In(Language.English));
        Assert.DoesNotContain(preRead.Sentences, sentence => sentence.Text.Contains("Hoffmann", StringComparison.Ordinal));
    }

    [Fact]
    public void A_postscript_below_a_signature_is_text_again()
    {
        var preRead = PreRead.Parse("Hi all,\n\nRent rises in April.\n\nThanks\nAna\n\nPS: The lease ends in June.");

        Assert.Equal(["Rent rises in April.", "PS: The lease ends in June."], preRead.Sentences.Select(sentence => sentence.Text));
    }
}
