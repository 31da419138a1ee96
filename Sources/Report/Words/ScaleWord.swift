/// The scales of the report: their scores, items and reliability.
package enum ScaleWord: WordKey {
    case scales
    case scores
    case meansOfScores
    case range
    // How a score is made.
    case items
    case reversedItems
    case score
    case haveScore
    case haveScoreLeftOut
    case meanScore
    case alpha
    case alphaInterval
    // Items.
    case wrongKey
    case wrongKeyText
    case answersTo
    case percentOfItem
    case asGiven
    case itemsOf
    case item
    case scoreRow
    case noAnswer
    case itemRest
    case alphaWithout
    case asKeyed
    case asKeyedInterval
    case reversed
    // Groups.
    case byGroup
    case meanScoreRange
    case itemsBy
    case meansBy
    case ofScore

    package var phrase: Phrase {
        switch self {
        case .scales: Phrase(en: "Scales", ru: "Шкалы", ky: "Шкалалар")
        case .scores:
            Phrase(en: "Scores of the scales", ru: "Баллы по шкалам", ky: "Шкалалардын баллдары")
        case .meansOfScores:
            Phrase(
                en: "Means of scores, {range}",
                ru: "Средние баллы, {range}",
                ky: "Орточо баллдар, {range}"
            )
        case .range:
            Phrase(en: "from {low} to {high}", ru: "от {low} до {high}", ky: "{low} – {high}")
        case .items:
            Phrase(
                en: "{n, plural, one{# item} other{# items}}, answers {range}",
                ru: """
                    {n, plural, one{# утверждение} few{# утверждения} many{# утверждений} \
                    other{# утверждения}}, ответы {range}
                    """,
                ky: "{n, plural, one{# ырастоо} other{# ырастоо}}, жооптор: {range}"
            )
        case .reversedItems:
            Phrase(
                en: "{n} reversed ({sum} minus the answer)",
                ru: "обратных — {n} ({sum} минус ответ)",
                ky: "тескериси — {n} ({sum} минус жооп)"
            )
        case .score:
            Phrase(
                en: "The score is the mean of the items answered, at least {n} of them.",
                ru: """
                    Балл — это среднее по утверждениям, на которые дан ответ; таких должно быть не \
                    меньше {n}.
                    """,
                ky: """
                    Балл — жооп берилген ырастоолордун орточосу; жооптордун саны {n} же андан көп \
                    болушу керек.
                    """
            )
        case .haveScore:
            Phrase(
                en: "{n, plural, one{# person has} other{# people have}} a score.",
                ru: """
                    Балл есть {n, plural, one{у # человека} few{у # человек} many{у # человек} \
                    other{у # человека}}.
                    """,
                ky: "Балл {n, plural, one{# адамда} other{# адамда}} бар."
            )
        case .haveScoreLeftOut:
            Phrase(
                en: """
                    {n, plural, one{# person has} other{# people have}} a score; {left, plural, \
                    one{# answered fewer items and is left out} \
                    other{# answered fewer items and are left out}}.
                    """,
                ru: """
                    Балл есть {n, plural, one{у # человека} few{у # человек} many{у # человек} \
                    other{у # человека}}; {left, plural, \
                    one{# человек ответил на меньшее число утверждений и не учтён} \
                    few{# человека ответили на меньшее число утверждений и не учтены} \
                    many{# человек ответили на меньшее число утверждений и не учтены} \
                    other{# человека ответили на меньшее число утверждений и не учтены}}.
                    """,
                ky: """
                    Балл {n, plural, one{# адамда} other{# адамда}} бар; {left, plural, \
                    one{# адам азыраак ырастоого жооп берип, эсепке алынган жок} \
                    other{# адам азыраак ырастоого жооп берип, эсепке алынган жок}}.
                    """
            )
        case .meanScore:
            Phrase(
                en: "The mean score is {score} ({detail}).",
                ru: "Средний балл — {score} ({detail}).",
                ky: "Орточо балл — {score} ({detail})."
            )
        case .alpha:
            Phrase(
                en: """
                    Cronbach’s alpha is {alpha}, from the answers of {n, plural, one{# person} \
                    other{# people}}, unweighted.
                    """,
                ru: """
                    Альфа Кронбаха — {alpha}, по ответам {n, plural, one{# человека} \
                    few{# человек} many{# человек} other{# человека}}, без весов.
                    """,
                ky: """
                    Кронбахтын альфасы — {alpha}, {n, plural, one{# адамдын} other{# адамдын}} \
                    жооптору боюнча, салмаксыз.
                    """
            )
        case .alphaInterval:
            Phrase(
                en: """
                    Cronbach’s alpha is {alpha} (95% interval {range}, as for people drawn one by \
                    one), from the answers of {n, plural, one{# person} other{# people}}, unweighted.
                    """,
                ru: """
                    Альфа Кронбаха — {alpha} (доверительный интервал 95\u{A0}%: {range}, как если бы \
                    людей отбирали по одному), по ответам {n, plural, one{# человека} few{# человек} \
                    many{# человек} other{# человека}}, без весов.
                    """,
                ky: """
                    Кронбахтын альфасы — {alpha} (95% ишеним интервалы: {range}, адамдар бирден \
                    тандалгандай эсептелген), {n, plural, one{# адамдын} other{# адамдын}} жооптору \
                    боюнча, салмаксыз.
                    """
            )
        case .wrongKey:
            Phrase(
                en: "Items that go against their scale",
                ru: "Утверждения, которые расходятся со своей шкалой",
                ky: "Өз шкаласына каршы келген ырастоолор"
            )
        case .wrongKeyText:
            Phrase(
                en: """
                    Even as keyed, these items correlate negatively with the rest: {items}. A likely \
                    reason is a wrong sign in study.yaml.
                    """,
                ru: """
                    Даже с учётом знака эти утверждения отрицательно связаны с остальными: {items}. \
                    Вероятная причина — неверный знак в study.yaml.
                    """,
                ky: """
                    Белгиси эске алынса да, бул ырастоолор калгандары менен терс байланышта: {items}. \
                    Мүмкүн болгон себеби — study.yaml файлындагы белги туура эмес.
                    """
            )
        case .answersTo:
            Phrase(
                en: "Answers to {scale}",
                ru: "Ответы по шкале «{scale}»",
                ky: "«{scale}» шкаласы боюнча жооптор"
            )
        case .percentOfItem:
            Phrase(
                en: "Percent of those who answered each item",
                ru: "Процент ответивших на каждое утверждение",
                ky: "Ар бир ырастоого жооп бергендердин пайызы"
            )
        case .asGiven:
            Phrase(
                en: """
                    Answers as they were given; items marked reversed count the other way round in \
                    the score.
                    """,
                ru: """
                    Ответы в том виде, в каком они даны; утверждения с пометкой «обратное» входят в \
                    балл в обратном направлении.
                    """,
                ky: """
                    Жооптор кандай берилсе, ошондой көрсөтүлдү; «тескери» деп белгиленген ырастоолор \
                    баллга тескери багытта кошулат.
                    """
            )
        case .itemsOf:
            Phrase(
                en: "Items of {scale}",
                ru: "Утверждения шкалы «{scale}»",
                ky: "«{scale}» шкаласынын ырастоолору"
            )
        case .item: Phrase(en: "Item", ru: "Утверждение", ky: "Ырастоо")
        case .scoreRow: Phrase(en: "Score", ru: "Балл", ky: "Балл")
        case .noAnswer: Phrase(en: "No answer", ru: "Нет ответа", ky: "Жооп жок")
        case .itemRest:
            Phrase(
                en: "Item–rest correlation",
                ru: "Корреляция с остальными",
                ky: "Калгандары менен корреляция"
            )
        case .alphaWithout:
            Phrase(en: "Alpha without it", ru: "Альфа без него", ky: "Ансыз альфа")
        case .asKeyed:
            Phrase(
                en: "Means as keyed: a high mean is much of what the scale measures.",
                ru: """
                    Средние с учётом знака: чем выше среднее, тем больше того, что измеряет шкала.
                    """,
                ky: """
                    Белгиси эске алынган орточолор: орточо канчалык жогору болсо, шкала өлчөгөн нерсе \
                    ошончолук көп.
                    """
            )
        case .asKeyedInterval:
            Phrase(
                en: """
                    Means as keyed: a high mean is much of what the scale measures. Under each, its \
                    95% interval.
                    """,
                ru: """
                    Средние с учётом знака: чем выше среднее, тем больше того, что измеряет шкала. \
                    Под каждым — его доверительный интервал 95\u{A0}%.
                    """,
                ky: """
                    Белгиси эске алынган орточолор: орточо канчалык жогору болсо, шкала өлчөгөн нерсе \
                    ошончолук көп. Ар биринин астында — 95% ишеним интервалы.
                    """
            )
        case .reversed:
            Phrase(
                en: "{item} (reversed)",
                ru: "{item} (обратное)",
                ky: "{item} (тескери)"
            )
        case .byGroup:
            Phrase(
                en: "{scale} by group",
                ru: "{scale} по группам",
                ky: "{scale} топтор боюнча"
            )
        case .meanScoreRange:
            Phrase(
                en: "Mean score, {range}",
                ru: "Средний балл, {range}",
                ky: "Орточо балл, {range}"
            )
        case .itemsBy:
            Phrase(
                en: "Items by {breakdown}",
                ru: "Утверждения по группам: {breakdown}",
                ky: "Ырастоолор топтор боюнча: {breakdown}"
            )
        case .meansBy:
            Phrase(
                en: "{scale}: means by {breakdown}",
                ru: "{scale}: средние по группам ({breakdown})",
                ky: "{scale}: топтор боюнча орточолор ({breakdown})"
            )
        case .ofScore:
            Phrase(en: "{carrier} (score)", ru: "{carrier} (балл)", ky: "{carrier} (балл)")
        }
    }
}
