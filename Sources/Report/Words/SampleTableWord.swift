/// The tables on a sample's design: allocation, comparison, draw.
package enum SampleTableWord: WordKey {
    case allocationHeading
    case allocationText
    case stratum
    case people
    case share
    case exact
    case mergedInto
    case merged
    case note
    case all
    case publishedHeading
    case publishedIntro
    case publishedClean
    case cell
    case printed
    case computed
    case why
    case doesNotFollow
    case parts
    case column
    case apportioned
    case notWhole
    case drawHeading
    case drawText
    case noUnits
    case isSelfRepresenting
    case units
    case cluster
    case place
    case part
    case size
    case probability
    case householdProbability
    case step
    case start
    case clustersCaption
    case reservesCaption
    case reservesText
    case proofHeading
    case seed
    case generator
    case hash
    case proofText
    case singleClusters

    package var phrase: Phrase {
        switch self {
        case .allocationHeading:
            Phrase(en: "Who is asked where", ru: "Кого где опрашивают", ky: "Ким кайда суралат")
        case .allocationText:
            Phrase(
                en:
                    "Interviews are shared out among the outermost parts first, then inside each by "
                    + "population; whole numbers by largest remainder, so that they sum exactly.",
                ru: "Интервью сначала распределяются между внешними частями, затем внутри каждой "
                    + "по численности; целые числа по наибольшему остатку, поэтому сумма точна.",
                ky: "Интервьюлар адегенде сырткы бөлүктөргө, андан соң ар биринин ичинде калктын "
                    + "санына жараша бөлүнөт; бүтүн сандар эң чоң калдык боюнча, ошондуктан суммасы так."
            )
        case .stratum: Phrase(en: "Stratum", ru: "Страта", ky: "Катмар")
        case .people: Phrase(en: "Population", ru: "Численность", ky: "Калкы")
        case .share: Phrase(en: "Share", ru: "Доля", ky: "Үлүшү")
        case .exact: Phrase(en: "Exact", ru: "Точно", ky: "Так")
        case .mergedInto:
            Phrase(
                en:
                    "{name} has {n, plural, one{# interview} other{# interviews}}, less than half a "
                    + "cluster of {b}: it was merged with {into}.",
                ru: "{name}: {n, plural, one{# интервью} few{# интервью} many{# интервью} "
                    + "other{# интервью}}, меньше половины кластера из {b}; объединено: {into}.",
                ky:
                    "{name}: {n, plural, one{# интервью} other{# интервью}}, {b} интервьюдан турган "
                    + "кластердин жарымынан аз; мунун менен бириктирилди: {into}."
            )
        case .merged: Phrase(en: "merged", ru: "объединено", ky: "бириктирилди")
        case .note: Phrase(en: "Note", ru: "Примечание", ky: "Эскертүү")
        case .all: Phrase(en: "All", ru: "Всего", ky: "Баары")
        case .publishedHeading:
            Phrase(
                en: "Beside the published table",
                ru: "Рядом с опубликованной таблицей",
                ky: "Жарыяланган таблица менен салыштыруу"
            )
        case .publishedIntro:
            Phrase(
                en: "{n, plural, one{# cell} other{# cells}} of the published table {file} do not "
                    + "follow from its populations, or do not add up.",
                ru: "{n, plural, one{# ячейка} few{# ячейки} many{# ячеек} other{# ячейки}} "
                    + "опубликованной таблицы {file} не следуют из численности или не сходятся в сумме.",
                ky:
                    "Жарыяланган {file} таблицасынын {n, plural, one{# уячасы} other{# уячасы}} калктын "
                    + "санынан келип чыкпайт же суммасы туура келбейт."
            )
        case .publishedClean:
            Phrase(
                en: "Every cell of the published table {file} follows from its populations.",
                ru: "Все ячейки опубликованной таблицы {file} следуют из численности.",
                ky: "Жарыяланган {file} таблицасынын бардык уячалары калктын санынан келип чыгат."
            )
        case .cell: Phrase(en: "Cell", ru: "Ячейка", ky: "Уяча")
        case .printed: Phrase(en: "Printed", ru: "Напечатано", ky: "Басылган")
        case .computed: Phrase(en: "Computed", ru: "Вычислено", ky: "Эсептелген")
        case .why: Phrase(en: "Why", ru: "Почему", ky: "Эмне үчүн")
        case .doesNotFollow:
            Phrase(
                en: "does not follow from the population",
                ru: "не следует из численности",
                ky: "калктын санынан келип чыкпайт"
            )
        case .parts:
            Phrase(
                en: "its own parts add up to another number",
                ru: "части строки дают в сумме другое число",
                ky: "саптын бөлүктөрүнүн суммасы башка"
            )
        case .column:
            Phrase(
                en: "its column adds up to another number",
                ru: "столбец даёт в сумме другое число",
                ky: "мамычанын суммасы башка"
            )
        case .apportioned:
            Phrase(
                en:
                    "each row was rounded by itself, so that the column loses or wins people; whole "
                    + "numbers that sum give another one here",
                ru: "строки округлены по отдельности, и столбец теряет или прибавляет людей; целые "
                    + "числа с точной суммой дают здесь другое",
                ky:
                    "ар бир сап өзүнчө тегеректелген, ошондуктан мамыча киши жоготот же кошот; суммасы "
                    + "так бүтүн сандар бул жерде башка сан берет"
            )
        case .notWhole:
            Phrase(
                en: "not a whole number",
                ru: "не целое число",
                ky: "бүтүн сан эмес"
            )
        case .drawHeading: Phrase(en: "The draw", ru: "Отбор", ky: "Тандоо")
        case .drawText:
            Phrase(
                en:
                    "Clusters were drawn systematically with probability proportional to size, down a "
                    + "list ordered by stratum and size.",
                ru: "Кластеры отобраны систематически с вероятностью, пропорциональной размеру, по "
                    + "списку, упорядоченному по стратам и размеру.",
                ky:
                    "Кластерлер катмар жана көлөмү боюнча иреттелген тизмеден көлөмүнө пропорциялуу "
                    + "ыктымалдык менен системалуу тандалды."
            )
        case .noUnits:
            Phrase(
                en: "The frame has no units, so nothing was drawn: add a file of settlements under "
                    + "sample: units.",
                ru:
                    "В основе выборки нет единиц, поэтому отбор не проведён: добавьте файл населённых "
                    + "пунктов в sample: units.",
                ky: "Тандалманын негизинде бирдиктер жок, ошондуктан тандоо жүргүзүлгөн жок: "
                    + "калктуу конуштардын файлын sample: units ачкычына кошуңуз."
            )
        case .isSelfRepresenting:
            Phrase(en: "self-representing", ru: "саморепрезентируемый", ky: "өзүн өзү чагылдырат")
        case .units: Phrase(en: "Units", ru: "Единицы", ky: "Бирдиктер")
        case .cluster: Phrase(en: "Cluster", ru: "Кластер", ky: "Кластер")
        case .place: Phrase(en: "Place", ru: "Место", ky: "Жери")
        case .part:
            Phrase(en: "part {i} of {k}", ru: "часть {i} из {k}", ky: "{k} бөлүктүн {i}-бөлүгү")
        case .size: Phrase(en: "Size", ru: "Размер", ky: "Көлөмү")
        case .probability:
            Phrase(
                en: "Probability of the cluster",
                ru: "Вероятность кластера",
                ky: "Кластердин ыктымалдыгы"
            )
        case .householdProbability:
            Phrase(
                en: "Of a household in it",
                ru: "Домохозяйства в нём",
                ky: "Андагы үй-бүлөнүн ыктымалдыгы"
            )
        case .step: Phrase(en: "Step", ru: "Шаг", ky: "Кадам")
        case .start: Phrase(en: "Start", ru: "Начало", ky: "Башы")
        case .clustersCaption:
            Phrase(
                en: "Clusters to visit",
                ru: "Кластеры к посещению",
                ky: "Барыла турган кластерлер"
            )
        case .reservesCaption:
            Phrase(en: "Reserve", ru: "Резерв", ky: "Резерв")
        case .reservesText:
            Phrase(
                en: "A cluster that cannot be reached is replaced by the next reserve of its own "
                    + "stratum, in this order, and the reason is written down.",
                ru: "Недоступный кластер заменяется следующим резервным кластером своей страты в "
                    + "этом порядке; причина записывается.",
                ky:
                    "Жетүүгө мүмкүн болбогон кластер өз катмарынын кийинки резерви менен ушул тартипте "
                    + "алмаштырылат, себеби жазылат."
            )
        case .proofHeading:
            Phrase(en: "How to repeat it", ru: "Как повторить", ky: "Кантип кайталоо керек")
        case .seed: Phrase(en: "Seed", ru: "Начальное число", ky: "Баштапкы сан")
        case .generator: Phrase(en: "Generator", ru: "Генератор", ky: "Генератор")
        case .hash:
            Phrase(en: "SHA-256 of the frame", ru: "SHA-256 основы", ky: "Негиздин SHA-256сы")
        case .proofText:
            Phrase(
                en:
                    "ashar sample --prove draws again from the same frame and seed and says whether "
                    + "these clusters follow.",
                ru:
                    "ashar sample --prove повторяет отбор из той же основы с тем же начальным числом и "
                    + "сообщает, получаются ли эти кластеры.",
                ky:
                    "ashar sample --prove ошол эле негизден жана баштапкы сандан кайра тандап, ушул "
                    + "кластерлер чыгабы, айтат."
            )
        case .singleClusters:
            Phrase(
                en: "Strata with a single cluster give no variance of their own: {names}. Collapse "
                    + "them within {column} in the analysis (design: single-cluster: {key}).",
                ru: "Страты с единственным кластером не дают собственной дисперсии: {names}. "
                    + "Объедините их внутри {column} при анализе (design: single-cluster: {key}).",
                ky:
                    "Бир гана кластери бар катмарлар өз дисперсиясын бербейт: {names}. Талдоодо аларды "
                    + "{column} ичинде бириктириңиз (design: single-cluster: {key})."
            )
        }
    }
}
