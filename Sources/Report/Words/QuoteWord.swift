/// What quotes print beside numbers.
package enum QuoteWord: WordKey {
    case range
    case interval
    case ranks
    case title
    case titleWithoutInterval
    case titleOfDifference
    case titleOfDifferenceAlone
    case points
    case titleOfRank
    case facts

    package var phrase: Phrase {
        switch self {
        case .range: Phrase(en: "{low} to {high}", ru: "от {low} до {high}", ky: "{low}–{high}")
        case .interval:
            Phrase(
                en: ", interval {interval}",
                ru: ", интервал {interval}",
                ky: ", интервал {interval}"
            )
        case .ranks:
            Phrase(
                en: "{low} to {high}",
                ru: "с {low} по {high}",
                ky: "{low}–{high}"
            )
        case .title:
            Phrase(
                en: "{value}, 95% interval {interval}, {n, plural, one{# respondent} "
                    + "other{# respondents}}",
                ru: "{value}, 95\u{A0}%-й интервал {interval}, {n, plural, one{# опрошенный} "
                    + "few{# опрошенных} many{# опрошенных} other{# опрошенных}}",
                ky: "{value}, 95% интервал {interval}, {n, plural, one{# респондент} "
                    + "other{# респондент}}"
            )
        case .titleWithoutInterval:
            Phrase(
                en: "{value}, {n, plural, one{# respondent} other{# respondents}}",
                ru: "{value}, {n, plural, one{# опрошенный} few{# опрошенных} many{# опрошенных} "
                    + "other{# опрошенных}}",
                ky: "{value}, {n, plural, one{# респондент} other{# респондент}}"
            )
        case .titleOfDifference:
            Phrase(
                en: "difference {value}, 95% interval {interval}, {p}, n = {first} and {second}",
                ru: "разность {value}, 95\u{A0}%-й интервал {interval}, {p}, n = {first} и "
                    + "{second}",
                ky: "айырма {value}, 95% интервал {interval}, {p}, n = {first} жана {second}"
            )
        case .titleOfDifferenceAlone:
            Phrase(en: "difference {value}", ru: "разность {value}", ky: "айырма {value}")
        case .points:
            Phrase(
                en: "{value} percentage points",
                ru: "{value} процентного пункта",
                ky: "{value} пайыздык пункт"
            )
        case .titleOfRank:
            Phrase(
                en: "{estimate}; rank {rank} of {count}",
                ru: "{estimate}; место {rank} из {count}",
                ky: "{estimate}; {count} ичинен {rank}-орун"
            )
        case .facts:
            Phrase(
                en: "Numbers from outside this survey",
                ru: "Числа из других источников",
                ky: "Башка булактардан алынган сандар"
            )
        }
    }
}
