/// What became of a household that was tried, as interviewers write it down.
package enum DispositionWord: String, WordKey {
    case complete = "1.1"
    case partial = "1.2"
    case refusal = "2.11"
    case breakOff = "2.12"
    case nobodyHome = "2.24"
    case away = "2.25"
    case unable = "2.32"
    case language = "2.33"
    case notReached = "3.17"
    case notFound = "3.18"
    case noDwelling = "4.50"
    case vacant = "4.60"
    case nobodyEligible = "4.70"

    /// AAPOR's final disposition code.
    package var code: String { rawValue }

    package var phrase: Phrase {
        switch self {
        case .complete:
            Phrase(en: "interview complete", ru: "интервью полное", ky: "интервью толук")
        case .partial:
            Phrase(en: "interview partial", ru: "интервью частичное", ky: "интервью жарым-жартылай")
        case .refusal: Phrase(en: "refused", ru: "отказ", ky: "баш тартты")
        case .breakOff: Phrase(en: "broke off", ru: "прервано", ky: "үзүлдү")
        case .nobodyHome: Phrase(en: "nobody at home", ru: "никого нет дома", ky: "үйдө эч ким жок")
        case .away: Phrase(en: "person away", ru: "человек отсутствует", ky: "керектүү киши жок")
        case .unable: Phrase(en: "too ill or frail", ru: "болезнь, немощь", ky: "оорулуу, алсыз")
        case .language:
            Phrase(en: "no common language", ru: "нет общего языка", ky: "орток тил жок")
        case .notReached:
            Phrase(
                en: "could not be reached, unsafe",
                ru: "не добраться, опасно",
                ky: "жетүүгө болбоду, кооптуу"
            )
        case .notFound:
            Phrase(en: "address not found", ru: "адрес не найден", ky: "дарек табылган жок")
        case .noDwelling: Phrase(en: "no dwelling", ru: "не жильё", ky: "турак жай эмес")
        case .vacant: Phrase(en: "empty dwelling", ru: "жильё пустует", ky: "бош турак жай")
        case .nobodyEligible:
            Phrase(
                en: "nobody of {age} or over",
                ru: "нет людей {age}+",
                ky: "{age}+ киши жок"
            )
        }
    }
}
