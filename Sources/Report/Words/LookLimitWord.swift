import Survey

/// The first look at round numbers and at the limits of the form.
package enum LookLimitWord: WordKey {
    case whipple
    case veryAccurate
    case fairlyAccurate
    case approximate
    case rough
    case veryRough
    case noNumbers
    case multiplesOf
    case roundCaption
    case endInZeroOrFive
    case rounder
    // Limits.
    case noForm
    case noneChecked
    case allHold
    case checked
    case unchecked
    case violations
    case condition

    init(_ verdict: WhippleIndex.Verdict) {
        self =
            switch verdict {
            case .veryAccurate: .veryAccurate
            case .fairlyAccurate: .fairlyAccurate
            case .approximate: .approximate
            case .rough: .rough
            case .veryRough: .veryRough
            }
    }

    package var phrase: Phrase {
        switch self {
        case .whipple:
            Phrase(
                en: """
                    {question}: Whipple’s index is {index} for {n, plural, one{# person} \
                    other{# people}} of 23 to 62 years: {verdict} by the scale of the United \
                    Nations, where 100 is no rounding and 500 is rounding by all.
                    """,
                ru: """
                    {question}: индекс Уиппла — {index} ({n, plural, one{# человек} few{# человека} \
                    many{# человек} other{# человека}} от 23 до 62 лет): возраст указан {verdict} по \
                    шкале ООН, где 100 — никто не округляет, 500 — округляют все.
                    """,
                ky: """
                    {question}: Уипплдин индекси — {index} (23 жаштан 62 жашка чейинки {n, plural, \
                    one{# адам} other{# адам}}): БУУнун шкаласы боюнча жаш {verdict} көрсөтүлгөн; 100 \
                    — эч ким тегеректебейт, 500 — баары тегеректейт.
                    """
            )
        case .veryAccurate: Phrase(en: "very accurate", ru: "очень точно", ky: "өтө так")
        case .fairlyAccurate:
            Phrase(en: "fairly accurate", ru: "довольно точно", ky: "кыйла так")
        case .approximate: Phrase(en: "approximate", ru: "приблизительно", ky: "болжолдуу")
        case .rough: Phrase(en: "rough", ru: "грубо", ky: "одоно")
        case .veryRough: Phrase(en: "very rough", ru: "очень грубо", ky: "өтө одоно")
        case .noNumbers:
            Phrase(
                en: """
                    Not looked at: no question has whole numbers that span 20 and more, by 20 people.
                    """,
                ru: """
                    Не рассматривалось: нет вопроса с целыми числами размахом от 20, на который \
                    ответили бы 20 человек.
                    """,
                ky: """
                    Каралган жок: 20 адам жооп берген, аралыгы 20 же андан чоң болгон бүтүн сандуу \
                    суроо жок.
                    """
            )
        case .multiplesOf:
            Phrase(en: "multiples of {unit}", ru: "кратны {unit}", ky: "{unit} эселенгендери")
        case .roundCaption:
            Phrase(
                en: "Round numbers among the answers",
                ru: "Круглые числа среди ответов",
                ky: "Жооптордун арасындагы тегерек сандар"
            )
        case .endInZeroOrFive:
            Phrase(
                en: "End in 0 or 5 (20% by chance)",
                ru: "Кончаются на 0 или 5 (случайно было бы 20\u{A0}%)",
                ky: "0 же 5 менен бүтөт (кокустан 20% болмок)"
            )
        case .rounder:
            Phrase(en: "Rounder still", ru: "Ещё более круглые", ky: "Дагы тегерегирээк")
        case .noForm:
            Phrase(
                en: "There is no form to say what answers may be.",
                ru: "Нет анкеты, которая говорила бы, какими могут быть ответы.",
                ky: "Жооптор кандай болушу мүмкүн экенин айткан анкета жок."
            )
        case .noneChecked:
            Phrase(
                en: "No constraint of the form could be checked.",
                ru: "Ни одного ограничения анкеты проверить не удалось.",
                ky: "Анкетанын бир дагы чектөөсүн текшерүүгө мүмкүн болгон жок."
            )
        case .allHold:
            Phrase(
                en: """
                    {n, plural, one{# constraint of the form was} other{# constraints of the form \
                    were}} checked against every answer: all hold.
                    """,
                ru: """
                    По всем ответам {n, plural, one{проверено # ограничение} \
                    few{проверены # ограничения} many{проверены # ограничений} \
                    other{проверены # ограничения}} анкеты: все соблюдены.
                    """,
                ky: """
                    Бардык жооптор боюнча анкетанын {n, plural, one{# чектөөсү} other{# чектөөсү}} \
                    текшерилди: баары сакталган.
                    """
            )
        case .checked:
            Phrase(
                en: """
                    {n, plural, one{# constraint of the form was} other{# constraints of the form \
                    were}} checked against every answer.
                    """,
                ru: """
                    По всем ответам {n, plural, one{проверено # ограничение} \
                    few{проверены # ограничения} many{проверены # ограничений} \
                    other{проверены # ограничения}} анкеты.
                    """,
                ky: """
                    Бардык жооптор боюнча анкетанын {n, plural, one{# чектөөсү} other{# чектөөсү}} \
                    текшерилди.
                    """
            )
        case .unchecked:
            Phrase(
                en: "Too involved to check here: {names}.",
                ru: "Слишком сложны для проверки здесь: {names}.",
                ky: "Бул жерде текшерүү үчүн өтө татаал: {names}."
            )
        case .violations:
            Phrase(
                en: "Answers that the form does not allow",
                ru: "Ответы, которых анкета не допускает",
                ky: "Анкета уруксат бербеген жооптор"
            )
        case .condition: Phrase(en: "Condition", ru: "Условие", ky: "Шарт")
        }
    }
}
