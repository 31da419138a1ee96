/// What the supervisor's workbook says.
package enum SupervisorWord: WordKey {
    case reserves
    case role
    case main
    case reserve
    case booster
    case part
    case language
    case made
    case tried
    case refused
    case instead
    case reason
    case visits
    case date
    case note
    case code
    case meaning
    case logNote
    case codeNote
    case reserveNote

    package var phrase: Phrase {
        switch self {
        case .reserves: Phrase(en: "Reserves", ru: "Резерв", ky: "Резерв")
        case .role: Phrase(en: "Role", ru: "Роль", ky: "Ролу")
        case .main: Phrase(en: "main", ru: "основной", ky: "негизги")
        case .reserve: Phrase(en: "reserve", ru: "резерв", ky: "резерв")
        case .booster: Phrase(en: "booster", ru: "дополнительный", ky: "кошумча")
        case .part: Phrase(en: "Part", ru: "Часть", ky: "Бөлүгү")
        case .language: Phrase(en: "Language", ru: "Язык", ky: "Тили")
        case .made:
            Phrase(en: "Interviews made", ru: "Проведено интервью", ky: "Жүргүзүлгөн интервью")
        case .tried:
            Phrase(en: "Households done", ru: "Домохозяйств завершено", ky: "Бүткөн үй-бүлөлөр")
        case .refused: Phrase(en: "Refusals", ru: "Отказов", ky: "Баш тартуулар")
        case .instead:
            Phrase(en: "In place of cluster", ru: "Вместо кластера", ky: "Кайсы кластердин ордуна")
        case .reason: Phrase(en: "Why", ru: "Почему", ky: "Эмне үчүн")
        case .visits: Phrase(en: "Visits", ru: "Визитов", ky: "Баруулар")
        case .date: Phrase(en: "Date", ru: "Дата", ky: "Күнү")
        case .note: Phrase(en: "Remark", ru: "Примечание", ky: "Эскертүү")
        case .code: Phrase(en: "Code", ru: "Код", ky: "Коду")
        case .meaning: Phrase(en: "What it means", ru: "Что значит", ky: "Мааниси")
        case .logNote:
            Phrase(
                en:
                    "From the sheets: one final code a household that was tried. Households that were not "
                    + "needed stay without a code.",
                ru:
                    "С листов: один итоговый код на каждое домохозяйство, которое посетили. Домохозяйства, "
                    + "которые не понадобились, остаются без кода.",
                ky:
                    "Барактардан: барылган ар бир үй-бүлөгө бир жыйынтык код. Керек болбогон үй-бүлөлөр "
                    + "кодсуз калат."
            )
        case .codeNote:
            Phrase(
                en: "Final codes of the American Association for Public Opinion Research (2023).",
                ru:
                    "Итоговые коды Американской ассоциации исследований общественного мнения (2023).",
                ky: "Коомдук пикирди изилдөө америкалык ассоциациясынын жыйынтык коддору (2023)."
            )
        case .reserveNote:
            Phrase(
                en:
                    "Use a reserve only where nobody could work in a cluster of its stratum, the first "
                    + "first; write down which one it replaces and why. Never for refusals.",
                ru:
                    "Используйте резерв только там, где в кластере той же страты нельзя было работать, по "
                    + "порядку; запишите, какой кластер он заменяет и почему. Никогда из-за отказов.",
                ky:
                    "Резервди ошол катмардын кластеринде иштөөгө мүмкүн болбогондо гана, тартиби менен "
                    + "колдонуңуз; кайсы кластерди эмне үчүн алмаштырганын жазыңыз. Баш тартуулар үчүн эч качан."
            )
        }
    }
}
