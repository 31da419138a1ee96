extension PageStyle {
    /// Type: one family, a scale of five sizes, figures of equal width.
    static let text: StaticString = """
        *,::before,::after{box-sizing:border-box}
        html{font:100%/1.6 "Ashar Text","Noto Sans","Liberation Sans","DejaVu Sans",Arial,sans-serif;
        background:var(--page);color:var(--ink);scroll-padding-top:3.5rem;
        -webkit-text-size-adjust:100%;text-size-adjust:100%;font-synthesis:style}
        body{margin:0;overflow-wrap:break-word}
        h1,h2,h3,h4{line-height:1.2;margin:0;text-wrap:balance;font-weight:700;letter-spacing:-.01em}
        h1{font-size:clamp(1.85rem,1.3rem + 2.4vw,2.9rem);letter-spacing:-.02em;max-width:24ch}
        h2{font-size:clamp(1.45rem,1.2rem + 1vw,1.85rem)}
        h3{font-size:1.2rem}
        h4{font-size:1rem}
        p,ul,ol,dl{margin:0 0 1rem}
        main p,main ul,main ol{max-width:44rem}
        li{margin:.25rem 0}
        a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}
        a:hover{text-decoration-thickness:.14em}
        a.quote{color:inherit;text-decoration-style:dotted}
        a.quote:hover{color:var(--link)}
        @media print{a.quote{text-decoration:none}}
        :focus-visible{outline:3px solid var(--focus);outline-offset:2px}
        main:focus{outline:none}
        small{font-size:.8125rem}
        code{font-family:"Noto Sans Mono","DejaVu Sans Mono",monospace;font-size:.9em}
        blockquote{margin:0 0 1rem;padding-left:1rem;border-left:3px solid var(--hair);
        color:var(--muted)}
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}

        """

    /// The frame: title, contents beside the text or above it, footer.
    static let layout: StaticString = """
        .skip{position:absolute;left:-99rem;top:0;z-index:3;padding:.6rem 1rem;background:var(--page)}
        .skip:focus{left:.5rem;top:.5rem}
        .strip{position:sticky;top:0;z-index:2;background:var(--strip);color:var(--strip-ink);
        font-size:.875rem;font-weight:700;line-height:1.4;padding:.4rem 1rem;text-align:center}
        .strip-quiet{background:var(--panel);color:var(--ink);border-bottom:1px solid var(--hair)}
        .strip span+span::before{content:" · "}
        header.title,.columns,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
        header.title{padding-top:clamp(2rem,5vw,4.5rem);padding-bottom:clamp(1.25rem,3vw,2.25rem)}
        header.title::before{content:"";display:block;width:4rem;height:.375rem;
        background:var(--accent);margin-bottom:1.5rem;forced-color-adjust:none}
        .subtitle{font-size:clamp(1.05rem,1rem + .5vw,1.3rem);line-height:1.45;color:var(--muted);
        max-width:44rem;margin:1rem 0 0}
        .facts{list-style:none;padding:0;margin:1.25rem 0 0;display:flex;flex-wrap:wrap;
        gap:.25rem 1.75rem;font-size:.9375rem;color:var(--muted)}
        .facts li{margin:0}
        .contents ol{list-style:none;margin:0;padding:0}
        .contents li{margin:0}
        .contents a{display:block;padding:.3rem 0;color:var(--ink);text-decoration:none;line-height:1.35}
        .contents a:hover{text-decoration:underline;color:var(--link)}
        .contents ol ol{padding-left:.9rem;border-left:1px solid var(--hair);margin:.1rem 0 .4rem}
        .contents ol ol a{color:var(--muted);font-size:.875rem;padding:.2rem 0}
        .contents-title{font-weight:700;font-size:.875rem;color:var(--muted);margin:0 0 .4rem}
        .contents-wide{display:none}
        .contents-narrow{border-top:1px solid var(--hair);border-bottom:1px solid var(--hair)}
        .contents-narrow summary{padding:.75rem 0;font-weight:700}
        .contents-narrow details>ol{padding-bottom:.75rem}
        .contents-narrow a{padding:.5rem 0}
        .contents-narrow ol ol a{padding:.4rem 0}
        main>section{padding-top:clamp(2.25rem,5vw,3.5rem)}
        main>section>h2{padding-bottom:1rem}
        section section{padding-top:2rem}
        section section>h3,section section>h4{padding-bottom:.6rem}
        footer{border-top:1px solid var(--hair);margin-top:4rem;padding-top:1.5rem;
        padding-bottom:3rem;font-size:.875rem;color:var(--muted)}
        summary{cursor:pointer}
        @media (min-width:40rem){header.title,.columns,footer{padding-left:2rem;padding-right:2rem}}
        @media screen and (min-width:68rem){
        .columns{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:0 4rem}
        header.title,footer{padding-left:21rem}
        .contents-wide{display:block;position:sticky;top:3rem;align-self:start;
        max-height:calc(100vh - 4rem);overflow-y:auto;padding:clamp(2.4rem,5vw,3.6rem) .5rem 1rem 0;
        font-size:.9375rem}
        .contents-narrow{display:none}
        main>section:first-child{padding-top:clamp(2.25rem,5vw,3.5rem)}
        }

        """
}
