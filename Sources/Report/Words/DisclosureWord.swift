/// What a survey should say of its methods, beside the questions themselves.
package enum DisclosureWord: WordKey {
    case heading
    case allAnswered
    case someMissing
    case answered
    case missing
    case howToAdd
    case sources
    // Answers that follow from the study.
    case survey
    case wording
    case formLanguages
    case noneLeftOut
    case leftOut
    case unanswered
    case nothingFilledIn
    case intervals
    case noIntervals
    case linearised
    case replicateWeights
    case noSingleCluster
    case certainty
    case average
    case adjusted
    case domains
    case software
    // Not applicable.
    case noDesign
    case noClusters
    // Outcome rates.
    case rates
    case ratesCaption
    case rate
    case formula
    case value
    case letters
    case eligibilityGiven
    case eligibilityKnown

    package var phrase: Phrase {
        switch self {
        case .heading, .allAnswered, .someMissing, .answered, .missing, .howToAdd, .sources: frame
        case .survey, .wording, .formLanguages, .noneLeftOut, .leftOut, .unanswered,
            .nothingFilledIn:
            answers
        case .intervals, .noIntervals, .linearised, .replicateWeights, .domains, .software:
            precision
        case .noSingleCluster, .certainty, .average, .adjusted, .noDesign, .noClusters: clusters
        default: outcome
        }
    }

    private var frame: Phrase {
        switch self {
        case .heading:
            Phrase(
                en: "What a survey should say",
                ru: "Что должен сообщать опрос",
                ky: "Сурамжылоо эмнени айтышы керек"
            )
        case .allAnswered:
            Phrase(
                en: "All {all} points that a report on a survey should say are said here.",
                ru: "Все пункты, о которых должен сообщать отчёт об опросе ({all}), здесь есть.",
                ky: "Сурамжылоонун отчёту айтышы керек болгон {all} пункттун баары бул жерде бар."
            )
        case .someMissing:
            Phrase(
                en: """
                    Of the {all} points that a report on a survey should say, {said} are said here and \
                    {missing, plural, one{# is} other{# are}} missing.
                    """,
                ru: """
                    Пунктов, о которых должен сообщать отчёт об опросе: {all}; здесь есть: {said}, не \
                    хватает {missing, plural, one{#} few{#} many{#} other{#}}.
                    """,
                ky: """
                    Сурамжылоонун отчёту айтышы керек болгон пункттар: {all}; бул жерде бар: {said}, \
                    жетпегени: {missing, plural, one{#} other{#}}.
                    """
            )
        case .answered:
            Phrase(
                en: "What is said ({n})",
                ru: "Что сообщается ({n})",
                ky: "Эмне айтылган ({n})"
            )
        case .missing:
            Phrase(
                en: "What is missing, and why it matters ({n})",
                ru: "Чего не хватает и почему это важно ({n})",
                ky: "Эмне жетпейт жана ал эмне үчүн маанилүү ({n})"
            )
        case .howToAdd:
            Phrase(
                en:
                    "The authors add an answer in study.yaml, under the key that stands with it:",
                ru:
                    "Авторы дописывают ответ в study.yaml под ключом, который стоит рядом:",
                ky:
                    "Авторлор жоопту study.yaml файлына жанында турган ачкыч менен кошушат:"
            )
        default:
            Phrase(en: "After: {sources}.", ru: "По: {sources}.", ky: "Булактар: {sources}.")
        }
    }

    private var answers: Phrase {
        switch self {
        case .survey:
            Phrase(
                en: "A survey with a questionnaire.",
                ru: "Опрос по анкете.",
                ky: "Анкета боюнча сурамжылоо."
            )
        case .wording:
            Phrase(
                en:
                    "The questions and answers stand with the results as the form words them ({file}).",
                ru: "Вопросы и ответы стоят при результатах в формулировках анкеты ({file}).",
                ky: "Суроолор менен жооптор жыйынтыктардын жанында анкетадагыдай турат ({file})."
            )
        case .formLanguages:
            Phrase(
                en: "The form is in these languages: {languages}.",
                ru: "Языки анкеты: {languages}.",
                ky: "Анкетанын тилдери: {languages}."
            )
        case .noneLeftOut:
            Phrase(
                en: "No row of the data was left out.",
                ru: "Все строки данных учтены.",
                ky: "Маалыматтын бардык саптары эсепке алынган."
            )
        case .leftOut:
            Phrase(
                en: "Rows in the data: {rows}. Left out: {reasons}. Analysed: {n}.",
                ru: "Строк в данных: {rows}. Не учтены: {reasons}. В анализе: {n}.",
                ky: "Маалыматтагы саптар: {rows}. Эсепке алынган жок: {reasons}. Талдоодо: {n}."
            )
        case .unanswered:
            Phrase(
                en: """
                    Of those who were asked, {middle} gave no answer to the middle one of {n} \
                    questions, and {most} to the one with the most: “{question}”.
                    """,
                ru: """
                    Среди вопросов ({n}) на средний из них не ответили {middle} спрошенных, чаще \
                    всего не отвечали на вопрос «{question}»: {most}.
                    """,
                ky: """
                    Суроолордун ({n}) ортоңкусуна суралгандардын {middle} жооп берген эмес, эң көп \
                    жооп берилбеген суроо «{question}»: {most}.
                    """
            )
        default:
            Phrase(
                en: "No missing answer was filled in.",
                ru: "Пропущенные ответы не восполнялись.",
                ky: "Жок жооптор толтурулган эмес."
            )
        }
    }

    private var precision: Phrase {
        switch self {
        case .intervals:
            Phrase(
                en: """
                    Each estimate stands with its 95% interval, which counts strata, clusters and \
                    weights.
                    """,
                ru: """
                    При каждой оценке стоит доверительный интервал 95\u{A0}%, учитывающий страты, \
                    кластеры и веса.
                    """,
                ky: """
                    Ар бир баанын жанында катмарларды, кластерлерди жана салмактарды эске алган 95% \
                    ишеним интервалы турат.
                    """
            )
        case .noIntervals:
            Phrase(
                en:
                    "No interval is given, since the sample was not drawn by chance, or nobody says how.",
                ru: "Интервалы не даны: выборка не случайна, или неизвестно, как её отбирали.",
                ky: "Интервал берилген эмес: тандалма кокус эмес же кантип тандалганы белгисиз."
            )
        case .linearised:
            Phrase(
                en:
                    "By linearisation (Taylor), from how first-stage clusters differ within strata.",
                ru: "Линеаризацией (Тейлор), по различиям кластеров первой ступени внутри страт.",
                ky:
                    "Линеаризация менен (Тейлор), катмардагы биринчи баскыч кластерлеринин айырмасы боюнча."
            )
        case .replicateWeights:
            Phrase(
                en: "From the replicate weights of the data ({n}); method: {method}.",
                ru: "По репликационным весам данных ({n}); метод: {method}.",
                ky: "Маалыматтагы репликациялык салмактар боюнча ({n}); ыкмасы: {method}."
            )
        case .domains:
            Phrase(
                en: """
                    As parts of the whole sample: rows outside a group keep their place in the design \
                    when its standard errors are computed.
                    """,
                ru: """
                    Как части всей выборки: при расчёте ошибок группы строки вне неё сохраняют своё \
                    место в плане.
                    """,
                ky: """
                    Бүт тандалманын бөлүктөрү катары: топтун каталары эсептелгенде андан сырткары \
                    саптар пландагы ордун сактайт.
                    """
            )
        default:
            Phrase(
                en: "Ashar. Every number follows from study.yaml and the files that it names.",
                ru: "Ashar. Каждое число следует из study.yaml и названных в нём файлов.",
                ky: "Ashar. Ар бир сан study.yaml жана анда аталган файлдардан келип чыгат."
            )
        }
    }

    private var clusters: Phrase {
        switch self {
        case .noSingleCluster:
            Phrase(
                en: "No stratum has a single cluster.",
                ru: "Страт с одним кластером нет.",
                ky: "Бир гана кластери бар катмар жок."
            )
        case .certainty:
            Phrase(
                en:
                    "A single cluster of a stratum counts as drawn with certainty: it adds no variance.",
                ru:
                    "Единственный кластер страты считается отобранным наверняка: дисперсии он не добавляет.",
                ky:
                    "Катмардагы жалгыз кластер сөзсүз тандалган деп эсептелет: ал дисперсия кошпойт."
            )
        case .average:
            Phrase(
                en: "A stratum with a single cluster gets the mean variance of the others.",
                ru: "Страта с одним кластером получает среднюю дисперсию остальных.",
                ky: "Бир кластерлүү катмар калгандарынын орточо дисперсиясын алат."
            )
        case .adjusted:
            Phrase(
                en: "A single cluster is compared with the mean of all clusters.",
                ru: "Единственный кластер сравнивается со средним всех кластеров.",
                ky: "Жалгыз кластер бардык кластерлердин орточосу менен салыштырылат."
            )
        case .noDesign:
            Phrase(
                en: "Does not apply: the study names no sample design.",
                ru: "Не относится: план выборки не указан.",
                ky: "Тиешеси жок: тандалманын планы көрсөтүлгөн эмес."
            )
        default:
            Phrase(
                en: "Does not apply: variances come from the replicate weights of the data.",
                ru: "Не относится: дисперсии получены по репликационным весам данных.",
                ky: "Тиешеси жок: дисперсиялар маалыматтагы репликациялык салмактардан алынган."
            )
        }
    }

    private var outcome: Phrase {
        switch self {
        case .rates:
            Phrase(
                en: "Response rate {name}: {rate}; all rates are in the table below.",
                ru: "Доля участия {name}: {rate}; все показатели в таблице ниже.",
                ky: "Катышуу үлүшү {name}: {rate}; бардык көрсөткүчтөр төмөнкү таблицада."
            )
        case .ratesCaption:
            Phrase(
                en: "Outcome rates of the {n} cases that were tried",
                ru: "Показатели исхода по опробованным случаям ({n})",
                ky: "Аракет кылынган учурлардын ({n}) жыйынтык көрсөткүчтөрү"
            )
        case .rate: Phrase(en: "Rate", ru: "Показатель", ky: "Көрсөткүч")
        case .formula: Phrase(en: "Definition", ru: "Определение", ky: "Аныктама")
        case .value: Phrase(en: "Value", ru: "Значение", ky: "Мааниси")
        case .letters:
            Phrase(
                en: """
                    Complete interviews {i}, partial ones {p}, refusals {r}, not contacted {nc}, other \
                    {o}, not known to be eligible {u}, not eligible {ne}; {known}.
                    """,
                ru: """
                    Полные интервью {i}, частичные {p}, отказы {r}, без контакта {nc}, прочие {o}, \
                    пригодность неизвестна {u}, непригодные {ne}; {known}.
                    """,
                ky: """
                    Толук интервью {i}, жарым-жартылай {p}, баш тартуу {r}, байланышсыз {nc}, башка \
                    {o}, ылайыктуулугу белгисиз {u}, ылайыксыз {ne}; {known}.
                    """
            )
        case .eligibilityGiven:
            Phrase(
                en:
                    "The share {e} of eligible cases among the unknown ones is the authors’: {value}.",
                ru: "Долю {e} пригодных среди неизвестных указали авторы: {value}.",
                ky:
                    "Белгисиздердин арасындагы ылайыктуулардын {e} үлүшүн авторлор көрсөткөн: {value}."
            )
        default:
            Phrase(
                en: """
                    The share {e} of eligible cases among the unknown ones is taken to be that among \
                    the known ones: {value}.
                    """,
                ru: """
                    Доля {e} пригодных среди неизвестных принята такой же, как среди известных: \
                    {value}.
                    """,
                ky: """
                    Белгисиздердин арасындагы ылайыктуулардын {e} үлүшү белгилүүлөрдүкүндөй деп \
                    алынган: {value}.
                    """
            )
        }
    }
}
