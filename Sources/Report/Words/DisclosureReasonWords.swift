extension DisclosureReason {
    package var phrase: Phrase {
        let item = self.item
        return switch item {
        case .strategy, .sponsor, .conductor, .instrument, .mode, .languages, .dates: asking(item)
        case .population, .sampleDesign, .frame, .sampleSize, .responseRate: sampling(item)
        case .deletion, .missingness, .quality, .weighting, .precision, .variance: processing(item)
        default: rest(item)
        }
    }

    private func asking(_ item: DisclosureItem) -> Phrase {
        switch item {
        case .strategy:
            Phrase(
                en: "What a number can mean depends on how it was collected.",
                ru: "От способа сбора зависит, что может значить число.",
                ky: "Сандын мааниси анын кантип чогултулганына жараша болот."
            )
        case .sponsor:
            Phrase(
                en: "Readers judge for themselves what it means who paid.",
                ru: "Читатель сам судит, что значит, кто платил.",
                ky: "Ким төлөгөнү эмнени билдирерин окурман өзү чечет."
            )
        case .conductor:
            Phrase(
                en: "Somebody must be able to answer questions about the fieldwork.",
                ru: "Кто-то должен уметь ответить на вопросы о полевых работах.",
                ky: "Талаа иштери боюнча суроолорго кимдир бирөө жооп бере алышы керек."
            )
        case .instrument:
            Phrase(
                en: "A few other words, or another order of answers, change what people say.",
                ru: "Другие слова или другой порядок ответов меняют то, что говорят люди.",
                ky: "Башка сөздөр же жооптордун башка тартиби адамдардын айтканын өзгөртөт."
            )
        case .mode:
            Phrase(
                en: "People say other things to an interviewer than to a screen.",
                ru: "Интервьюеру люди говорят не то же, что экрану.",
                ky: "Адамдар интервьюерге жана экранга ар башка жооп беришет."
            )
        case .languages:
            Phrase(
                en: "Who does not speak the language was not asked, or understood something else.",
                ru: "Кто не знает языка, того не спросили, или он понял иначе.",
                ky: "Тилди билбегендер суралган эмес же башкача түшүнгөн."
            )
        default:
            Phrase(
                en: "What happened before and during the survey may have changed the answers.",
                ru: "События до опроса и во время него могли изменить ответы.",
                ky: "Сурамжылоого чейинки жана андагы окуялар жоопторду өзгөртүшү мүмкүн."
            )
        }
    }

    private func sampling(_ item: DisclosureItem) -> Phrase {
        switch item {
        case .population:
            Phrase(
                en: "A result says nothing about people it does not stand for.",
                ru: "Результат ничего не говорит о тех, кого он не представляет.",
                ky: "Жыйынтык өзү чагылдырбаган адамдар жөнүндө эч нерсе айтпайт."
            )
        case .sampleDesign:
            Phrase(
                en: "Only a sample drawn by chance has an error that can be computed.",
                ru: "Вычислить ошибку можно только у случайной выборки.",
                ky: "Катаны кокус тандалма үчүн гана эсептөөгө болот."
            )
        case .frame:
            Phrase(
                en: "Who is on no list cannot be drawn, however large the sample.",
                ru: "Кого нет в списке, того не отберут, как бы велика ни была выборка.",
                ky: "Тизмеде жок адам тандалма канчалык чоң болсо да тандалбайт."
            )
        case .sampleSize:
            Phrase(
                en: "A percentage of twelve people is not one of twelve hundred.",
                ru: "Процент от двенадцати человек не то же, что от тысячи двухсот.",
                ky: "Он эки адамдын пайызы миң эки жүз адамдыкындай эмес."
            )
        default:
            Phrase(
                en: "Those who did not take part may think otherwise; six formulas give six rates.",
                ru: "Неучаствовавшие могут думать иначе; шесть формул дают шесть долей.",
                ky: "Катышпагандар башкача ойлошу мүмкүн; алты формула алты үлүш берет."
            )
        }
    }

    private func processing(_ item: DisclosureItem) -> Phrase {
        switch item {
        case .deletion:
            Phrase(
                en: "Which rows are left out can decide what is found.",
                ru: "От того, что исключено, может зависеть, что найдено.",
                ky: "Эмне алынып салынганы эмне табыларын чечиши мүмкүн."
            )
        case .missingness:
            Phrase(
                en: "Those who keep silent may differ from those who answer.",
                ru: "Промолчавшие могут отличаться от ответивших.",
                ky: "Унчукпагандар жооп бергендерден айырмаланышы мүмкүн."
            )
        case .quality:
            Phrase(
                en: "Unchecked interviews may be made up, cut short or doubled.",
                ru: "Непроверенные интервью могут быть выдуманы, сокращены или повторены.",
                ky: "Текшерилбеген интервью ойдон чыгарылышы, кыскартылышы же кайталанышы мүмкүн."
            )
        case .weighting:
            Phrase(
                en: "Weights change the results, and they widen their intervals.",
                ru: "Веса меняют результаты и расширяют их интервалы.",
                ky: "Салмактар жыйынтыктарды өзгөртөт жана интервалдарын кеңейтет."
            )
        case .precision:
            Phrase(
                en: "Without it nobody knows which differences are more than chance.",
                ru: "Без этого не понять, какие различия больше случайных.",
                ky: "Ансыз кайсы айырмалар кокустуктан чоң экени белгисиз."
            )
        default:
            Phrase(
                en: "A formula that ignores clusters gives intervals that are far too short.",
                ru: "Формула, не учитывающая кластеры, даёт слишком узкие интервалы.",
                ky: "Кластерлерди эске албаган формула өтө тар интервал берет."
            )
        }
    }

    private func rest(_ item: DisclosureItem) -> Phrase {
        switch item {
        case .singleClusters:
            Phrase(
                en: "A single cluster has no spread, so the choice changes standard errors.",
                ru: "У одного кластера нет разброса, и выбор способа меняет ошибки.",
                ky: "Бир кластерде чачыроо жок, ошондуктан тандалган ыкма каталарды өзгөртөт."
            )
        case .subpopulations:
            Phrase(
                en: "Cutting other people out of the data first gives wrong standard errors.",
                ru: "Если сначала удалить остальных людей, ошибки выйдут неверными.",
                ky: "Адегенде калган адамдарды алып салса, каталар туура эмес чыгат."
            )
        case .suppression:
            Phrase(
                en: "A reader must know whether a gap means nobody, too few, or not asked.",
                ru: "Читатель должен знать, пробел значит никого, слишком мало или не спрашивали.",
                ky: "Окурман боштук эч ким, өтө аз же суралган эмес дегенин билиши керек."
            )
        case .experiments:
            Phrase(
                en: "Different wordings put together into one number blur both.",
                ru: "Разные формулировки, сведённые в одно число, смазывают обе.",
                ky: "Бир санга бириктирилген ар башка сөздөр экөөнү тең бүдөмүктөйт."
            )
        case .software:
            Phrase(
                en: "Others can repeat the work only when they know how it was done.",
                ru: "Повторить работу можно, только зная, как она сделана.",
                ky: "Иш кантип жасалганы белгилүү болсо гана аны кайталоого болот."
            )
        case .dataAccess:
            Phrase(
                en: "What nobody else can see, nobody else can check.",
                ru: "Чего никто другой не видит, того никто другой не проверит.",
                ky: "Башка эч ким көрө албаганды башка эч ким текшере албайт."
            )
        default:
            Phrase(
                en: "A survey that names no limits is believed too much or not at all.",
                ru: "Опросу без названных ограничений верят слишком сильно или не верят вовсе.",
                ky: "Чектөөлөрү айтылбаган сурамжылоого ашыкча ишенишет же такыр ишенишпейт."
            )
        }
    }
}
