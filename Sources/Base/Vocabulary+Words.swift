extension Vocabulary {
    /// What returning people need, which is also what stands in their way where it is missing.
    ///
    /// The dimensions are those of reintegration work: economic, social and psychosocial (IOM, 2019,
    /// *Reintegration Handbook*, module 1; UNODC, 2018, *Introductory Handbook on the Prevention of
    /// Recidivism and the Social Reintegration of Offenders*, chapter II). The words in Russian and
    /// Kyrgyz are those of the example study's field.
    package static let needs = Vocabulary([
        term("employment", "Work", "Работа", "Жумуш"),
        term(
            "training",
            "Education and training",
            "Образование и профобучение",
            "Билим жана кесип"
        ),
        term("housing", "Housing", "Жильё", "Турак жай"),
        term("documents", "Identity papers", "Документы", "Документтер"),
        term(
            "legal",
            "Legal and social aid",
            "Правовая и социальная помощь",
            "Укуктук жана социалдык жардам"
        ),
        term("medical", "Medical care", "Медицинская помощь", "Медициналык жардам"),
        term(
            "psychological",
            "Psychological support",
            "Психологическая помощь",
            "Психологиялык жардам"
        ),
        term(
            "addiction",
            "Treatment of addiction",
            "Лечение зависимости",
            "Көз карандылыкты дарылоо"
        ),
        term(
            "religious_education",
            "Religious education",
            "Религиозное просвещение",
            "Диний агартуу"
        ),
        term("social_ties", "Ties with others", "Социальные связи", "Социалдык байланыштар"),
        term("family", "Family and children", "Семья и дети", "Үй-бүлө жана балдар"),
        term("finance", "Money and debts", "Деньги и долги", "Акча жана карыздар"),
        term("safety", "Safety", "Безопасность", "Коопсуздук"),
        term("stigma", "Stigma and privacy", "Стигма и приватность", "Стигма жана купуялык"),
        term(
            "institutions",
            "Capacity of services",
            "Возможности служб",
            "Кызматтардын мүмкүнчүлүгү"
        ),
    ])

    /// What kind of body or person an actor is.
    ///
    /// - SeeAlso: IATI codelist OrganisationType, whose kinds these follow; "community" and "family" are
    ///   added, since informal help has no place there.
    package static let actorKinds = Vocabulary([
        term("government", "State body", "Государственный орган", "Мамлекеттик орган"),
        term(
            "local_government",
            "Local government",
            "Орган местного самоуправления",
            "Жергиликтүү бийлик"
        ),
        term("ngo_local", "National NGO", "Местная НПО", "Жергиликтүү БЭУ"),
        term("ngo_international", "International NGO", "Международная НПО", "Эл аралык БЭУ"),
        term("un", "United Nations", "Организация системы ООН", "БУУ уюму"),
        term(
            "igo",
            "Other intergovernmental body",
            "Иная межгосударственная организация",
            "Башка мамлекет аралык уюм"
        ),
        term("donor", "Donor", "Донор", "Донор"),
        term("faith", "Faith-based body", "Религиозная организация", "Диний уюм"),
        term("education", "School or college", "Учебное заведение", "Окуу жайы"),
        term("health", "Health facility", "Медицинское учреждение", "Медициналык мекеме"),
        term("private", "Employer or business", "Работодатель, бизнес", "Иш берүүчү, бизнес"),
        term("community", "Community", "Сообщество", "Коомчулук"),
        term("family", "Family", "Семья", "Үй-бүлө"),
        term("media", "Media", "СМИ", "ЖМК"),
        term("foreign_partner", "Foreign partner", "Зарубежный партнёр", "Чет өлкөлүк өнөктөш"),
    ])

    /// What actors do.
    package static let activities = Vocabulary([
        term(
            "supervision",
            "Supervision and case work",
            "Надзор и работа со случаем",
            "Көзөмөл жана иш алып баруу"
        ),
        term("detention", "Detention", "Содержание под стражей", "Камакта кармоо"),
        term("employment", "Help into work", "Трудоустройство", "Ишке орноштуруу"),
        term("training", "Education and training", "Обучение", "Окутуу"),
        term("housing", "Housing", "Жильё", "Турак жай"),
        term(
            "legal_social",
            "Legal and social assistance",
            "Правовая и социальная помощь",
            "Укуктук жана социалдык жардам"
        ),
        term("health", "Health care", "Медицинская помощь", "Медициналык жардам"),
        term(
            "psychosocial",
            "Psychological and social support",
            "Психосоциальная поддержка",
            "Психосоциалдык колдоо"
        ),
        term(
            "religious_education",
            "Religious education",
            "Религиозное просвещение",
            "Диний агартуу"
        ),
        term(
            "minors",
            "Work with children and adolescents",
            "Работа с детьми и подростками",
            "Балдар жана өспүрүмдөр менен иштөө"
        ),
        term(
            "community_work",
            "Work with the community",
            "Работа с сообществом",
            "Коомчулук менен иштөө"
        ),
        term(
            "capacity_building",
            "Training of staff",
            "Обучение сотрудников",
            "Кызматкерлерди окутуу"
        ),
        term(
            "financing",
            "Money and equipment",
            "Финансирование и оснащение",
            "Каржылоо жана жабдуу"
        ),
        term(
            "research",
            "Research and monitoring",
            "Исследования и мониторинг",
            "Изилдөө жана мониторинг"
        ),
    ])

    private static func term(_ code: String, _ en: String, _ ru: String, _ ky: String) -> Term {
        Term(code, LocalText(["en": en, "ru": ru, "ky": ky]))
    }
}
