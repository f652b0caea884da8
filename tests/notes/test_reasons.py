"""What counts as the reason to write, and what does not."""

import pytest

from profilelint.kinds.notes.reasons import languages, reasons

NONE = """
I would love to connect and explore new opportunities.
I'm looking for a job. Can you help me at all?
I hope this finds you well at the end of the day.
I have 10 years of experience with Java and Python.
I came across your profile and was impressed by your background.
I am interested in a role at your company.
I want to find a suitable job in the near future.
Please have a look at my profile and let me know about any open positions.
I'd love to join your network and learn from you.
I think I would be a great fit for your team.
We should connect!
I am a motivated professional looking for new challenges.
Your profile is very interesting. Let's stay in touch.
I am expanding my network of like-minded people.
I am reaching out to people in the industry.
I am currently open to work and would appreciate your help.
Do you have time for a call on Monday?
At this point in my career I need a change.
I would appreciate any advice you can give me.
I am a Senior Software Engineer in Berlin.
Let me know if any position opens up.
I believe my skills match the position of your company.
It was nice to meet you.
I see you are a recruiter. I am looking for a new role.
Thank you for accepting my request.
I saw [Company] is hiring a {job title}.
""".strip().splitlines()

GIVEN = {
    "role": """
I applied for the nurse educator position yesterday.
I saw that you're hiring a data engineer.
Requisition 4312 looks like it was written for me.
I am applying to the graduate scheme at Volvo.
I'm about to apply for your Junior UX Designer opening.
I am writing about the vacancy in your ward.
I saw your advert for two welders.
""",
    "event": """
We met at PyCon Lithuania last spring.
I was in the audience when you spoke at the Lisbon water forum.
Your workshop on valves was worth the trip.
""",
    "post": """
Your article about triage changed how we work.
I have followed your research on batteries for years.
I used your library django-foo in my thesis.
I enjoyed your episode on the Hospital Podcast.
I read your comment on Ana's post about leak maps.
I loved your post yesterday about night shifts.
""",
    "school": """
I'm a fellow Otara Bay alumna.
You and I both volunteer with the Red Cross.
We both taught physics before we moved to data.
""",
    "employer": """
I noticed Acme's new plant in Leeds.
You work at Kea Analytics and I wondered how the team plans shifts.
Congratulations on the launch of Tollgate 2!
I start at Acme on Monday and will sit beside you.
""",
    "contact": """
Bea Example suggested that I write to you.
Our professor Bo Lind gave me your name.
Your colleague Ana Diaz told me about the night clinic.
My former manager Bo Lind speaks highly of you.
I got your name from Tamsin.
""",
    "meeting": """
Thanks for the call on Tuesday.
Your question about late data stayed with me.
""",
}


@pytest.mark.parametrize("text", NONE)
def test_what_fits_anybody_is_no_reason(text):
    assert reasons(f"Hi Ana, {text}", "en-US") == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, line) for kind, lines in GIVEN.items() for line in lines.strip().splitlines()],
)
def test_what_is_theirs_or_shared_is_a_reason(kind, text):
    found = reasons(f"Hi Ana, {text}", "en-US")
    assert kind in {reason.kind for reason in found}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("de", "Guten Tag Frau Díaz, ich habe mich auf die Stelle als Pflegerin beworben.", "role"),
        ("de", "Guten Tag Frau Díaz, Bo Lind hat mir von Ihrer Gruppe erzählt.", "contact"),
        ("fr", "Bonjour Ana, votre article sur les pompes nous a aidés.", "post"),
        ("fr", "Bonjour Ana, j'ai postulé pour le poste d'infirmière.", "role"),
        ("es", "Hola Ana, Bo Lind me habló de tu grupo.", "contact"),
        ("pt", "Olá Ana, me candidatei à vaga de enfermeira.", "role"),
        ("pt", "Olá Ana, seu artigo sobre bombas nos ajudou.", "post"),
        ("it", "Ciao Ana, il tuo intervento al convegno sulle pompe ci ha aiutati.", "event"),
        ("nl", "Hoi Ana, je lezing over pompen heeft ons geholpen.", "event"),
    ],
)
def test_other_languages_have_reasons_of_their_own(language, text, kind):
    assert kind in {reason.kind for reason in reasons(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Guten Tag, ich würde mich gern mit Ihnen auf LinkedIn vernetzen."),
        ("fr", "Bonjour, je souhaite agrandir mon réseau professionnel sur LinkedIn."),
        ("es", "Hola, me gustaría ampliar mi red de contactos en LinkedIn."),
        ("pt", "Olá, gostaria de ampliar minha rede de contatos no LinkedIn."),
        ("it", "Buongiorno, vorrei ampliare la mia rete di contatti su LinkedIn."),
        ("nl", "Hallo, ik wil graag mijn netwerk op LinkedIn uitbreiden."),
    ],
)
def test_other_languages_have_empty_words_too(language, text):
    assert reasons(text, language) == []


def test_a_reason_says_where_it_stands():
    text = "Hi Ana, your talk on valves helped us."
    (reason,) = reasons(text, "en")
    assert text[reason.start : reason.end] == reason.text


def test_without_expressions_nothing_is_known():
    assert reasons("Hej Ana, ditt föredrag var bra.", "sv") == []
    assert "sv" not in languages()
    assert reasons("Hi Ana, your talk on valves helped us.", None) == []
