extension PageStyle {
    /// What an audit's page has beside every page: marks, the map of tables, findings.
    static let audit: StaticString = """
        :root{--sev-0:var(--warn);--sev-1:#c25a00;--sev-2:var(--bar);--sev-3:var(--rule);
        --cell:#d5dce8;--cell-total:#a9b8d3}
        @media screen and (prefers-color-scheme:dark){:root{--sev-1:#f0a04b;--cell:#2f3a4d;
        --cell-total:#4d6080}}
        @media (forced-colors:active){:root{--sev-0:CanvasText;--sev-1:CanvasText;
        --sev-2:CanvasText;--sev-3:CanvasText}
        .map,.sev,.tally{forced-color-adjust:none}}
        .sev-impossible{fill:var(--sev-0)}.sev-contradictory{fill:var(--sev-1)}
        .sev-improbable{fill:var(--sev-2)}.sev-cosmetic{fill:none;stroke:var(--sev-3)}
        .sev-cross{stroke:var(--page);fill:none}
        .sev{display:inline-block;width:1em;height:1em;vertical-align:-.12em;flex:none}
        .tally{display:block;max-width:100%;height:auto;margin:.35rem 0 0}
        .lead{font-size:1.15rem;line-height:1.5}
        .severities{margin:1.75rem 0 2rem;padding:0;list-style:none;max-width:46rem;
        border-top:1px solid var(--hair)}
        .severities li{margin:0;padding:.7rem 0;border-bottom:1px solid var(--hair);display:grid;
        grid-template-columns:3.25rem minmax(0,1fr);gap:0 1rem;align-items:start}
        .severities .count{font-size:1.9rem;line-height:1.1;font-weight:700;
        font-variant-numeric:tabular-nums}
        .severities .none{color:var(--muted);font-weight:400}
                .severities small{color:var(--muted)}
        .maps{list-style:none;margin:1.25rem 0 .5rem!important;padding:0;max-width:none!important;
        display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,8.5rem),1fr));
        gap:1.75rem 1.5rem;align-items:start}
        .maps li{margin:0}
        @media (min-width:40rem){.maps{grid-template-columns:repeat(auto-fill,minmax(11rem,1fr))}}
        .maps a{display:block;color:var(--ink);text-decoration:none;font-size:.8125rem;line-height:1.35}
        .maps a:hover .map-name{text-decoration:underline}
        .maps svg{display:block;max-width:100%;height:auto;margin-bottom:.4rem}
        .map-name{display:block}.map-count{color:var(--muted)}
        .map-cell{fill:var(--cell)}.map-total{fill:var(--cell-total)}
        .map-evidence{fill:var(--cell);stroke:var(--muted);stroke-width:1}
        @media (forced-colors:active){.map-cell{fill:none;stroke:GrayText}.map-total{fill:GrayText}
        .swatch{border:1px solid GrayText}}
        .key-line{list-style:none;margin:.75rem 0 1.5rem!important;padding:0;display:flex;flex-wrap:wrap;
        gap:.2rem 1.25rem;font-size:.875rem;color:var(--muted)}
        .key-line li{margin:0}
        .swatch{display:inline-block;width:.9em;height:.7em;margin-right:.4em;background:var(--cell)}
        .swatch-total{background:var(--cell-total)}
        .swatch-evidence{border:1px solid var(--muted)}
        .causes{padding-left:1.4rem}
        .causes li{margin:.6rem 0}
        .finding{border-top:1px solid var(--hair);padding:1.1rem 0 1.2rem;max-width:46rem;
        scroll-margin-top:3.5rem}
        .finding:target,.mark:target{outline:2px solid var(--focus);outline-offset:4px}
        .finding h4{font-size:1.0625rem;line-height:1.35;padding:0!important;letter-spacing:0;
        text-wrap:pretty;overflow-wrap:anywhere}
        .finding h4 .sev,.finding-place .sev{margin-right:.45rem}
        .finding-number{color:var(--muted);font-weight:400;margin-right:.35rem}
        .finding-place{color:var(--muted);font-size:.875rem;margin:.25rem 0 .6rem}
        .finding-figures{margin:0 0 .6rem;font-variant-numeric:tabular-nums}
        .finding-figures b{font-size:1.15rem}
        .finding p{margin-bottom:.6rem;overflow-wrap:anywhere}
        .finding dl{margin:.4rem 0 0;display:grid;gap:.35rem 1rem;font-size:.9375rem}
        .finding dt{color:var(--muted)}.finding dd{margin:0;overflow-wrap:anywhere}
        @media (min-width:40rem){.finding dl{grid-template-columns:8.5rem minmax(0,1fr)}}
        .explained{border-left:3px solid var(--hair);padding-left:1rem;margin:1rem 0 0}
        .explained>.finding:first-of-type{border-top:0}
        .mark{display:inline-block;white-space:nowrap;color:inherit;text-decoration:none;
        margin:-.15rem -.35rem;padding:.15rem .35rem;box-shadow:inset 0 0 0 2px var(--sev-3);
        scroll-margin-top:6rem}
        .mark:hover{text-decoration:underline}
        .mark-impossible{box-shadow:inset 0 0 0 2px var(--sev-0)}
        .mark-contradictory{box-shadow:inset 0 0 0 2px var(--sev-1)}
        .mark-improbable{box-shadow:inset 0 0 0 2px var(--sev-2)}
        .mark .sev{width:.75em;height:.75em;vertical-align:0;margin-left:.3em}
        .mark sup{font-size:.7em;line-height:0;margin-left:.2em;color:var(--muted)}
        .mark-evidence{box-shadow:none;border-bottom:2px dotted var(--muted);padding-bottom:0}
        .mark b{margin-left:.35em}
        @media (forced-colors:active){.mark{border:2px solid CanvasText}
        .mark-evidence{border:0;border-bottom:2px dotted CanvasText}}
        .silences td.text,.silences tbody th{min-width:13rem;max-width:26rem}
        .rules td.text{min-width:13rem}
        .claims{list-style:none;padding:0}
        .claims li{border-top:1px solid var(--hair);padding:.7rem 0 .2rem;margin:0}
        .claims p,.claims blockquote{margin-bottom:.4rem}
        .claims blockquote{color:var(--ink)}
        .claim-why{color:var(--muted);font-size:.875rem}
        .claims code{overflow-wrap:anywhere}
        @media print{.finding,.severities li,.maps li{break-inside:avoid}
        #summary{break-after:page}.mark{text-decoration:none}
        .map,.sev,.tally,.mark,.swatch{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

        """
}
