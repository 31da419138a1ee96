/// The sheets that interviewers carry.
package enum FieldWord: WordKey {
    case title
    case contents
    case cluster
    case region
    case place
    case part
    case interviewer
    case supervisor
    case dates
    case toMake
    case toTry
    case step
    case stepValue
    case start
    case startValue
    case startShare
    case startUnknown
    case instructions
    case findStart
    case findStartPart
    case walk
    case kish
    case nextBirthday
    case random
    case visits
    case noReplacement
    case noCluster
    case noReserve
    case reserveOnly
    case persons
    case sixOrMore
    case contacts
    case row
    case household
    case address
    case adults
    case visit
    case result
    case codes
    case voluntary

    package var phrase: Phrase {
        switch self {
        case .title:
            Phrase(
                en: "Field sheets: {study}",
                ru: "Листы для поля: {study}",
                ky: "Талаа барактары: {study}"
            )
        case .contents: Phrase(en: "Clusters", ru: "Кластеры", ky: "Кластерлер")
        case .cluster: Phrase(en: "Cluster", ru: "Кластер", ky: "Кластер")
        case .region: Phrase(en: "Stratum", ru: "Страта", ky: "Катмар")
        case .place: Phrase(en: "Place", ru: "Место", ky: "Жери")
        case .part:
            Phrase(en: "part {i} of {k}", ru: "часть {i} из {k}", ky: "{k} бөлүктүн {i}-бөлүгү")
        case .interviewer: Phrase(en: "Interviewer", ru: "Интервьюер", ky: "Интервьюер")
        case .supervisor:
            Phrase(en: "Supervisor, phone", ru: "Супервайзер, телефон", ky: "Супервайзер, телефону")
        case .dates: Phrase(en: "Dates", ru: "Даты", ky: "Күндөрү")
        case .toMake:
            Phrase(en: "Interviews to make", ru: "Провести интервью", ky: "Жүргүзүлүүчү интервью")
        case .toTry:
            Phrase(
                en: "Households to try",
                ru: "Посетить домохозяйств",
                ky: "Бара турган үй-бүлөлөр"
            )
        case .step: Phrase(en: "Step", ru: "Шаг", ky: "Кадам")
        case .stepValue:
            Phrase(
                en: "{n, plural, one{every household} other{one household in #}}",
                ru: "{n, plural, one{каждое домохозяйство} few{каждое #-е домохозяйство} "
                    + "many{каждое #-е домохозяйство} other{каждое #-е домохозяйство}}",
                ky: "{n, plural, one{ар бир үй-бүлө} other{ар бир #-үй-бүлө}}"
            )
        case .start: Phrase(en: "Start", ru: "Начало", ky: "Башталышы")
        case .startValue:
            Phrase(
                en: "household {start} of {all}",
                ru: "домохозяйство {start} из {all}",
                ky: "{all} үй-бүлөнүн {start}-үй-бүлөсү"
            )
        case .startShare:
            Phrase(
                en: "household {start} of {all} (≈\u{A0}{share} of the way)",
                ru: "домохозяйство {start} из {all} (≈\u{A0}{share} пути)",
                ky: "{all} үй-бүлөнүн {start}-үй-бүлөсү (жолдун ≈\u{A0}{share})"
            )
        case .startUnknown:
            Phrase(
                en: "household {start} on the route",
                ru: "домохозяйство {start} по маршруту",
                ky: "маршруттагы {start}-үй-бүлө"
            )
        case .instructions: Phrase(en: "What to do", ru: "Что делать", ky: "Эмне кылуу керек")
        case .findStart:
            Phrase(
                en:
                    "Find the start. Count dwellings from the first house of the list of streets of the "
                    + "place; where there is no list, from the main entrance of the place, keeping to the "
                    + "right hand.",
                ru:
                    "Найдите начало. Считайте жилища от первого дома в списке улиц населённого пункта; если "
                    + "списка нет, от главного въезда, держась правой стороны.",
                ky:
                    "Башталышты табыңыз. Турак жайларды конуштун көчөлөр тизмесиндеги биринчи үйдөн баштап "
                    + "санаңыз; тизме жок болсо, негизги кире бериштен баштап, оң жакты карманыңыз."
            )
        case .findStartPart:
            Phrase(
                en:
                    "The parts have equal numbers of households; your supervisor shows you the borders of "
                    + "yours on the map, and you count inside it.",
                ru:
                    "В частях поровну домохозяйств; границы вашей части на карте покажет супервайзер, "
                    + "считайте внутри неё.",
                ky:
                    "Бөлүктөрдө үй-бүлөлөрдүн саны бирдей; бөлүгүңүздүн чек арасын картадан супервайзер "
                    + "көрсөтөт, анын ичинде санаңыз."
            )
        case .walk:
            Phrase(
                en:
                    "From there, go on in the same direction and knock at every household with the numbers "
                    + "below. At the end of the place, go on from its beginning. Flats of a house are counted "
                    + "from the lowest floor up.",
                ru:
                    "Оттуда идите в том же направлении и стучитесь в домохозяйства с номерами ниже. В конце "
                    + "населённого пункта продолжайте с его начала. Квартиры считайте с нижнего этажа вверх.",
                ky:
                    "Ошол жерден ошол эле багытта жүрүп, төмөнкү номерлүү үй-бүлөлөрдүн эшигин кагыңыз. "
                    + "Конуштун аягында башынан улантыңыз. Батирлерди төмөнкү кабаттан жогору карай санаңыз."
            )
        case .kish:
            Phrase(
                en:
                    "Ask how many people of {age} and over live there and number them: men from the oldest to "
                    + "the youngest, then women likewise. In the row of the household, circle the digit under "
                    + "that number of people: it is the number of the person to ask. Ask nobody else.",
                ru:
                    "Спросите, сколько людей {age}+ там живёт, и пронумеруйте их: мужчины от старшего к "
                    + "младшему, затем так же женщины. В строке домохозяйства обведите цифру под этим числом "
                    + "людей: это номер того, кого опросить. Никого другого не опрашивайте.",
                ky:
                    "{age}+ канча киши жашаарын сурап, аларды номерлеңиз: эркектер улуусунан кичүүсүнө, анан "
                    + "аялдар ошондой. Үй-бүлөнүн сабында ошол сандын астындагы цифраны тегеректеңиз: ал "
                    + "сурала турган кишинин номери. Башка эч кимден сурабаңыз."
            )
        case .nextBirthday:
            Phrase(
                en:
                    "Ask for the person of {age} and over whose birthday comes next. Ask nobody else.",
                ru:
                    "Попросите позвать того из живущих там людей {age}+, чей день рождения следующий. Никого "
                    + "другого не опрашивайте.",
                ky:
                    "{age}+ кишилердин ичинен туулган күнү эң жакын келе жаткан кишини сураңыз. Башка эч "
                    + "кимден сурабаңыз."
            )
        case .random:
            Phrase(
                en:
                    "Enter how many people of {age} and over live there; the form draws the person to ask.",
                ru:
                    "Введите, сколько людей {age}+ там живёт; анкета сама выберет, кого опросить.",
                ky:
                    "{age}+ канча киши жашаарын киргизиңиз; кимден суроону анкета өзү тандайт."
            )
        case .visits:
            Phrase(
                en:
                    "When nobody is there or the person is away, come back up to twice more, at another time "
                    + "of day and on another day. Write down every visit and its code.",
                ru:
                    "Если никого нет или нужный человек отсутствует, приходите ещё до двух раз в другое время "
                    + "и в другой день. Записывайте каждый визит и его код.",
                ky:
                    "Эч ким жок болсо же керектүү киши жок болсо, башка убакта жана башка күнү дагы эки жолуга "
                    + "чейин барыңыз. Ар бир барууну жана анын кодун жазыңыз."
            )
        case .noReplacement:
            Phrase(
                en:
                    "Never take the neighbour instead. Go on to the next row until the interviews are made; "
                    + "finish the visits of every row that you began.",
                ru:
                    "Никогда не берите вместо этого соседа. Переходите к следующей строке, пока интервью не "
                    + "проведены; завершите визиты по каждой начатой строке.",
                ky:
                    "Анын ордуна эч качан коңшусун албаңыз. Интервьюлар бүткөнчө кийинки сапка өтүңүз; "
                    + "баштаган ар бир саптын барууларын аягына чыгарыңыз."
            )
        case .noCluster:
            Phrase(
                en:
                    "If the place cannot be reached, call your supervisor: reserve clusters of this stratum, "
                    + "in this order: {codes}.",
                ru:
                    "Если до места нельзя добраться, позвоните супервайзеру: резервные кластеры этой страты по "
                    + "порядку: {codes}.",
                ky:
                    "Жерге жетүүгө мүмкүн болбосо, супервайзерге чалыңыз: бул катмардын резерв кластерлери "
                    + "тартиби менен: {codes}."
            )
        case .noReserve:
            Phrase(
                en:
                    "If the place cannot be reached, call your supervisor; it has no reserve cluster.",
                ru:
                    "Если до места нельзя добраться, позвоните супервайзеру; резервного кластера для него нет.",
                ky: "Жерге жетүүгө мүмкүн болбосо, супервайзерге чалыңыз; анын резерв кластери жок."
            )
        case .reserveOnly:
            Phrase(
                en: "Reserve: go there only when your supervisor says so.",
                ru: "Резерв: идите туда только по указанию супервайзера.",
                ky: "Резерв: ал жерге супервайзер айтканда гана барыңыз."
            )
        case .persons:
            Phrase(
                en: "People of {age}+: circle",
                ru: "Людей {age}+: обведите",
                ky: "{age}+ киши: тегеректеңиз"
            )
        case .sixOrMore: Phrase(en: "6+", ru: "6+", ky: "6+")
        case .contacts: Phrase(en: "Contacts", ru: "Контакты", ky: "Байланыштар")
        case .row: Phrase(en: "Row", ru: "Строка", ky: "Сап")
        case .household: Phrase(en: "Household", ru: "Дом. №", ky: "Үй-бүлө №")
        case .address: Phrase(en: "Where", ru: "Где", ky: "Кайда")
        case .adults: Phrase(en: "{age}+", ru: "{age}+", ky: "{age}+")
        case .visit:
            Phrase(
                en: "Visit {i}: day, hour, code",
                ru: "Визит {i}: день, час, код",
                ky: "{i}-баруу: күн, саат, код"
            )
        case .result: Phrase(en: "Final code", ru: "Итоговый код", ky: "Жыйынтык код")
        case .codes: Phrase(en: "Codes", ru: "Коды", ky: "Коддор")
        case .voluntary:
            Phrase(
                en:
                    "Taking part is voluntary. Write no names on this sheet; hand it in to your supervisor.",
                ru: "Участие добровольное. Не пишите имён на этом листе; сдайте его супервайзеру.",
                ky:
                    "Катышуу ыктыярдуу. Бул баракка ысымдарды жазбаңыз; аны супервайзерге тапшырыңыз."
            )
        }
    }
}
