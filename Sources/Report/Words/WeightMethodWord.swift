/// How weights were made, in sentences, and what was found on the way.
package enum WeightMethodWord: WordKey {
    // How they were made.
    case fromProbabilities
    case fromOne
    case persons
    case response
    case fitted
    case cut
    case again
    case sources
    // Limits.
    case medianBoth
    case medianHighest
    case medianLowest
    case peopleBoth
    case peopleHighest
    case peopleLowest
    // What was found.
    case findings
    case nothing
    case few
    case fewHidden
    case unknown
    case factor
    case moreFactors
    case excess
    // The chart of a margin.
    case marginSummary
    case marginShift
    case marginHidden

    package var phrase: Phrase {
        switch self {
        case .fromProbabilities, .fromOne, .persons, .response, .fitted, .cut, .again, .sources:
            method
        case .medianBoth, .medianHighest, .medianLowest, .peopleBoth, .peopleHighest,
            .peopleLowest:
            limits
        case .marginSummary, .marginShift, .marginHidden: chart
        default: finding
        }
    }

    private var method: Phrase {
        switch self {
        case .fromProbabilities:
            Phrase(
                en: "Each person’s weight begins as one over the probability of being drawn.",
                ru: "Вес каждого опрошенного начинается с числа, обратного вероятности отбора.",
                ky: "Ар бир респонденттин салмагы тандалуу ыктымалдыгына тескери сандан башталат."
            )
        case .fromOne:
            Phrase(
                en: "Each person’s weight begins as one.",
                ru: "Вес каждого опрошенного начинается с единицы.",
                ky: "Ар бир респонденттин салмагы бирден башталат."
            )
        case .persons:
            Phrase(
                en:
                    "It is multiplied by the number of persons in the household, of whom one was asked.",
                ru: "Он умножен на число лиц в домохозяйстве, из которых опрошено одно.",
                ky: "Ал үй-бүлөдөгү кишилердин санына көбөйтүлгөн, алардын бири суралган."
            )
        case .response:
            Phrase(
                en:
                    "Those who answered stand for all who were selected, within classes of {classes}.",
                ru: "Ответившие представляют всех отобранных внутри классов: {classes}.",
                ky: "Жооп бергендер бардык тандалгандарды класстардын ичинде билдирет: {classes}."
            )
        case .fitted:
            Phrase(
                en: "The weights are fitted to the population by {margins}.",
                ru: "Веса приведены к распределению совокупности: {margins}.",
                ky: "Салмактар калктын бөлүштүрүлүшүнө келтирилген: {margins}."
            )
        case .cut:
            Phrase(
                en: "They are cut to limits: {limits}.",
                ru: "Они обрезаны по пределам: {limits}.",
                ky: "Алар чектерге кесилген: {limits}."
            )
        case .again:
            Phrase(
                en: "Then they are fitted to the population again.",
                ru: "Затем они снова приведены к распределению совокупности.",
                ky: "Андан кийин алар калктын бөлүштүрүлүшүнө кайра келтирилген."
            )
        default:
            Phrase(
                en: "Population figures: {source}",
                ru: "Данные о совокупности: {source}",
                ky: "Калк жөнүндө маалымат: {source}"
            )
        }
    }

    private var limits: Phrase {
        switch self {
        case .medianBoth:
            Phrase(
                en: "{low} to {high} times the median",
                ru: "от {low} до {high} медиан",
                ky: "медиананын {low} эседен {high} эсеге чейин"
            )
        case .medianHighest:
            Phrase(
                en: "at most {high} times the median",
                ru: "не более {high} медиан",
                ky: "медиананын эң көп {high} эсеси"
            )
        case .medianLowest:
            Phrase(
                en: "at least {low} times the median",
                ru: "не менее {low} медиан",
                ky: "медиананын эң аз {low} эсеси"
            )
        case .peopleBoth:
            Phrase(
                en: "{low} to {high} people for each respondent",
                ru: "от {low} до {high} человек на опрошенного",
                ky: "ар бир респондентке {low} кишиден {high} кишиге чейин"
            )
        case .peopleHighest:
            Phrase(
                en: "at most {high} people for each respondent",
                ru: "не более {high} человек на опрошенного",
                ky: "ар бир респондентке эң көп {high} киши"
            )
        default:
            Phrase(
                en: "at least {low} people for each respondent",
                ru: "не менее {low} человек на опрошенного",
                ky: "ар бир респондентке эң аз {low} киши"
            )
        }
    }

    private var finding: Phrase {
        switch self {
        case .findings:
            Phrase(
                en: "What to look at",
                ru: "На что обратить внимание",
                ky: "Эмнеге көңүл буруу керек"
            )
        case .nothing:
            Phrase(
                en:
                    "Nothing stands out: every group has enough respondents, and no weight was changed more "
                    + "than fivefold.",
                ru: "Ничто не выделяется: в каждой группе достаточно опрошенных, и ни один вес не "
                    + "изменён более чем в пять раз.",
                ky:
                    "Эч нерсе өзгөчөлөнбөйт: ар бир топто респонденттер жетиштүү, эч бир салмак беш "
                    + "эседен ашык өзгөргөн эмес."
            )
        case .few:
            Phrase(
                en:
                    "{margin}, {group}: only {n, plural, one{# respondent} other{# respondents}}, so that the "
                    + "weights of this group are shaky.",
                ru:
                    "{margin}, {group}: только {n, plural, one{# опрошенный} few{# опрошенных} many{# "
                    + "опрошенных} other{# опрошенных}}, поэтому веса этой группы ненадёжны.",
                ky:
                    "{margin}, {group}: болгону {n, plural, one{# респондент} other{# респондент}}, "
                    + "ошондуктан бул топтун салмактары ишенимсиз."
            )
        case .fewHidden:
            Phrase(
                en:
                    "{margin}, {group}: fewer than {k} respondents, so that the weights of this group are "
                    + "shaky.",
                ru:
                    "{margin}, {group}: менее {k} опрошенных, поэтому веса этой группы ненадёжны.",
                ky:
                    "{margin}, {group}: {k} респонденттен аз, ошондуктан бул топтун салмактары ишенимсиз."
            )
        case .unknown:
            Phrase(
                en:
                    "{margin}: the group of {n, plural, one{# respondent} other{# respondents}} is not known; "
                    + "they keep their share of the population.",
                ru:
                    "{margin}: группа неизвестна, {n, plural, one{# опрошенный} few{# опрошенных} many{# "
                    + "опрошенных} other{# опрошенных}}; их доля в совокупности не изменена.",
                ky:
                    "{margin}: {n, plural, one{# респонденттин} other{# респонденттин}} тобу белгисиз; "
                    + "алардын калктагы үлүшү өзгөртүлгөн эмес."
            )
        case .factor:
            Phrase(
                en: "{groups}: fitting multiplied the weights by {factor}, beside those of all.",
                ru: "{groups}: приведение умножило веса на {factor} по сравнению со всеми.",
                ky: "{groups}: келтирүү салмактарды баарына салыштырганда {factor} эсеге көбөйттү."
            )
        case .moreFactors:
            Phrase(
                en:
                    "Weights of {n, plural, one{# more combination} other{# more combinations}} of groups "
                    + "were changed more than fivefold.",
                ru:
                    "Более чем в пять раз изменены веса ещё {n, plural, one{# сочетания} few{# сочетаний} "
                    + "many{# сочетаний} other{# сочетания}} групп.",
                ky:
                    "Топтордун дагы {n, plural, one{# айкалышынын} other{# айкалышынын}} салмактары беш "
                    + "эседен ашык өзгөрдү."
            )
        default:
            Phrase(
                en:
                    "The farthest weight lies {over} beyond its limit: no weights keep to the limits and meet "
                    + "the population at once.",
                ru:
                    "Самый далёкий вес выходит за предел на {over}: никакие веса не соблюдают сразу и "
                    + "пределы, и распределение совокупности.",
                ky:
                    "Эң алыскы салмак чегинен {over} ашат: эч кандай салмактар чектерди жана калктын "
                    + "бөлүштүрүлүшүн бир учурда сактай албайт."
            )
        }
    }

    private var chart: Phrase {
        switch self {
        case .marginSummary:
            Phrase(
                en:
                    "Dots for {n, plural, one{# group} other{# groups}}: the share before fitting and after it, "
                    + "and a line for the share of the population.",
                ru:
                    "Точки: {n, plural, one{# группа} few{# группы} many{# групп} other{# группы}}, доля до "
                    + "приведения и после него, и черта для доли в совокупности.",
                ky:
                    "Чекиттер: {n, plural, one{# топ} other{# топ}}, келтирүүгө чейинки жана андан кийинки "
                    + "үлүш, калктагы үлүш үчүн сызык."
            )
        case .marginShift:
            Phrase(
                en: "It moves {group} most, from {before} to {after}.",
                ru: "Больше всего меняется {group}: с {before} до {after}.",
                ky: "Баарынан көп өзгөргөнү {group}: {before} – {after}."
            )
        default:
            Phrase(
                en:
                    "Numbers of respondents and shares before fitting are hidden: a group has fewer than {k} "
                    + "respondents.",
                ru:
                    "Число опрошенных и доли до приведения скрыты: в одной из групп менее {k} опрошенных.",
                ky:
                    "Респонденттердин саны жана келтирүүгө чейинки үлүштөр жашырылган: бир топто {k} "
                    + "респонденттен аз."
            )
        }
    }
}
