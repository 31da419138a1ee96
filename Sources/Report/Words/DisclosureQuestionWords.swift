extension DisclosureItem {
    package var phrase: Phrase {
        switch self {
        case .strategy, .sponsor, .conductor, .instrument, .mode, .languages, .dates: asking
        case .population, .sampleDesign, .frame, .sampleSize, .responseRate: sampling
        case .deletion, .missingness, .quality, .weighting, .precision, .variance: processing
        default: rest
        }
    }

    private var asking: Phrase {
        switch self {
        case .strategy:
            Phrase(
                en: "How were data collected: a survey, group talks, records?",
                ru: "Как собирали данные: опрос, групповые беседы, документы?",
                ky: "Маалымат кантип чогултулган: сурамжылоо, топтук аңгеме, документтер?"
            )
        case .sponsor:
            Phrase(
                en: "Who commissioned the survey, and who paid for it?",
                ru: "Кто заказал исследование и кто его оплатил?",
                ky: "Изилдөөгө ким буюртма берген жана ким төлөгөн?"
            )
        case .conductor:
            Phrase(en: "Who carried it out?", ru: "Кто его провёл?", ky: "Аны ким жүргүзгөн?")
        case .instrument:
            Phrase(
                en: "What was asked, word for word, and with which answers?",
                ru: "Что спрашивали, дословно, и с какими вариантами ответа?",
                ky: "Эмне суралган, сөзмө-сөз, жана кандай жооп варианттары менен?"
            )
        case .mode:
            Phrase(
                en: "How were people asked: face to face, by telephone, online?",
                ru: "Как опрашивали: лично, по телефону, через интернет?",
                ky: "Кантип сурашкан: бетме-бет, телефон же интернет аркылуу?"
            )
        case .languages:
            Phrase(
                en: "In which languages?",
                ru: "На каких языках?",
                ky: "Кайсы тилдерде?"
            )
        default:
            Phrase(
                en: "When was it asked?",
                ru: "Когда проводился опрос?",
                ky: "Сурамжылоо качан өткөн?"
            )
        }
    }

    private var sampling: Phrase {
        switch self {
        case .population:
            Phrase(
                en: "Whom do the results stand for, and where?",
                ru: "Кого представляют результаты и где?",
                ky: "Жыйынтыктар кимдерди чагылдырат жана кайсы жерде?"
            )
        case .sampleDesign:
            Phrase(
                en: "How were people selected: by chance, in which stages, with quotas?",
                ru: "Как отбирали людей: случайно ли, какими ступенями, с квотами?",
                ky: "Адамдар кантип тандалган: кокустанбы, кандай баскычтарда, квота мененби?"
            )
        case .frame:
            Phrase(
                en: "From which list or map were they drawn, and who is not on it?",
                ru: "По какому списку или карте их отбирали и кого там нет?",
                ky: "Алар кайсы тизме же карта боюнча тандалган жана анда кимдер жок?"
            )
        case .sampleSize:
            Phrase(
                en: "How many people took part, and how many are behind each number?",
                ru: "Сколько человек участвовало и сколько стоит за каждым числом?",
                ky: "Канча адам катышкан жана ар бир сандын артында канчасы бар?"
            )
        default:
            Phrase(
                en: "What share of those approached took part, by which formula?",
                ru: "Какая доля тех, к кому обратились, участвовала и по какой формуле?",
                ky: "Кайрылгандардын кандай үлүшү катышкан жана кайсы формула боюнча?"
            )
        }
    }

    private var processing: Phrase {
        switch self {
        case .deletion:
            Phrase(
                en: "Which rows were left out, how many and why?",
                ru: "Какие строки не учтены, сколько их и почему?",
                ky: "Кайсы саптар эсепке алынган эмес, канча жана эмне үчүн?"
            )
        case .missingness:
            Phrase(
                en: "How often was there no answer, and was anything filled in?",
                ru: "Как часто ответа не было и восполняли ли пропуски?",
                ky: "Жооп канчалык көп болбогон жана боштуктар толтурулганбы?"
            )
        case .quality:
            Phrase(
                en: "How were interviews checked and answers processed?",
                ru: "Как проверяли интервью и обрабатывали ответы?",
                ky: "Интервьюлар кантип текшерилген жана жооптор кантип иштетилген?"
            )
        case .weighting:
            Phrase(
                en: "Are results weighted, how, and to which figures?",
                ru: "Взвешены ли результаты, как и по каким данным?",
                ky: "Жыйынтыктар салмакталганбы, кантип жана кайсы маалымат боюнча?"
            )
        case .precision:
            Phrase(
                en: "How precise are the results?",
                ru: "Насколько точны результаты?",
                ky: "Жыйынтыктар канчалык так?"
            )
        default:
            Phrase(
                en: "How were standard errors computed?",
                ru: "Как вычислены стандартные ошибки?",
                ky: "Стандарттык каталар кантип эсептелген?"
            )
        }
    }

    private var rest: Phrase {
        switch self {
        case .singleClusters:
            Phrase(
                en: "What became of strata with a single cluster?",
                ru: "Что сделано со стратами, где один кластер?",
                ky: "Бир гана кластери бар катмарлар эмне болгон?"
            )
        case .subpopulations:
            Phrase(
                en: "How were groups analysed?",
                ru: "Как анализировали группы?",
                ky: "Топтор кантип талданган?"
            )
        case .suppression:
            Phrase(
                en: "Which numbers are hidden or marked, by which rule?",
                ru: "Какие числа скрыты или помечены и по какому правилу?",
                ky: "Кайсы сандар жашырылган же белгиленген жана кайсы эреже боюнча?"
            )
        case .experiments:
            Phrase(
                en: "Were some people asked differently on purpose?",
                ru: "Спрашивали ли кого-то намеренно иначе?",
                ky: "Айрымдардан атайылап башкача суралганбы?"
            )
        case .software:
            Phrase(
                en: "Which software and code were used?",
                ru: "Какие программы и какой код использованы?",
                ky: "Кайсы программалар жана кайсы код колдонулган?"
            )
        case .dataAccess:
            Phrase(
                en: "Who can get the data?",
                ru: "Кто может получить данные?",
                ky: "Маалыматты ким ала алат?"
            )
        default:
            Phrase(
                en: "What can the design and the fieldwork not show?",
                ru: "Чего не могут показать план выборки и полевые работы?",
                ky: "Тандалманын планы жана талаа иштери эмнени көрсөтө албайт?"
            )
        }
    }
}
