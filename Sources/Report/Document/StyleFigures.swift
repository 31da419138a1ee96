extension PageStyle {
    /// Charts: the colours of their parts, and which of the two drawings is shown.
    static let figures: StaticString = """
        .figure{margin:2rem 0 2.5rem}
        .figure-title{font-weight:700;font-size:1.0625rem;line-height:1.35;margin:0}
        .figure-subtitle{color:var(--muted);font-size:.9375rem;line-height:1.45;margin:.15rem 0 0;max-width:46rem}
        .chart{display:block;width:100%;height:auto;margin:1rem 0 .5rem;font-family:inherit;
        overflow:visible}
        .chart.wide{max-width:46rem}
        .chart.narrow{max-width:27rem}
        @media (max-width:39.99rem){.chart.wide{display:none}}
        @media (min-width:40rem){.chart.narrow{display:none}}
        .values{margin:.75rem 0 0;font-size:.9375rem}
        .values>summary{color:var(--link);width:fit-content;padding:.35rem 0}
        .values .table{margin:.75rem 0 1rem}
        .t{fill:var(--ink)}.tm{fill:var(--muted)}.r{fill:var(--rule)}.g{fill:var(--hair)}
        .p{fill:var(--page)}.b{fill:var(--bar)}.bn{fill:var(--band)}.a{fill:var(--accent)}
        .o-t{stroke:var(--ink)}.o-tm{stroke:var(--muted)}.o-r{stroke:var(--rule)}
        .o-g{stroke:var(--hair)}.o-p{stroke:var(--page)}.o-b{stroke:var(--bar)}
        .o-a{stroke:var(--accent)}
        .d5-0{fill:var(--d5-0)}.d5-1{fill:var(--d5-1)}.d5-2{fill:var(--d5-2)}.d5-3{fill:var(--d5-3)}
        .d5-4{fill:var(--d5-4)}.d7-0{fill:var(--d7-0)}.d7-1{fill:var(--d7-1)}.d7-2{fill:var(--d7-2)}
        .d7-3{fill:var(--d7-3)}.d7-4{fill:var(--d7-4)}.d7-5{fill:var(--d7-5)}.d7-6{fill:var(--d7-6)}
        .s-0{fill:var(--s-0)}.s-1{fill:var(--s-1)}.s-2{fill:var(--s-2)}.s-3{fill:var(--s-3)}
        .s-4{fill:var(--s-4)}
        .on-d5-0{fill:var(--on-d5-0)}.on-d5-1{fill:var(--on-d5-1)}.on-d5-2{fill:var(--on-d5-2)}
        .on-d5-3{fill:var(--on-d5-3)}.on-d5-4{fill:var(--on-d5-4)}.on-d7-0{fill:var(--on-d7-0)}
        .on-d7-1{fill:var(--on-d7-1)}.on-d7-2{fill:var(--on-d7-2)}.on-d7-3{fill:var(--on-d7-3)}
        .on-d7-4{fill:var(--on-d7-4)}.on-d7-5{fill:var(--on-d7-5)}.on-d7-6{fill:var(--on-d7-6)}
        .on-s-0{fill:var(--on-s-0)}.on-s-1{fill:var(--on-s-1)}.on-s-2{fill:var(--on-s-2)}
        .on-s-3{fill:var(--on-s-3)}.on-s-4{fill:var(--on-s-4)}
        @media (forced-colors:active){.chart rect,.chart line,.chart circle{forced-color-adjust:none}}

        """

    /// Paper: A4, light, numbered pages, headings kept with what follows, everything opened.
    static let print: StaticString = """
        @page{size:A4;margin:18mm 17mm 20mm;
        @bottom-right{content:counter(page) " / " counter(pages);
        font:8pt "Ashar Text",sans-serif;color:#595959}}
        @page sideways{size:A4 landscape}
        @media print{
        :root{color-scheme:light}
        html{font-size:10pt;line-height:1.45}
        header.title,.columns,footer{max-width:none;padding-left:0;padding-right:0}
        header.title{padding-top:0}
        .skip,.strip,.contents-narrow{display:none}
        .contents-wide{display:block;break-after:page}
        .contents a{padding:.1rem 0}
        a{color:inherit}
        .scroll{overflow:visible}
        thead tr:first-child>th:first-child,tbody th{position:static}
        h2,h3,h4,.figure-title,.figure-subtitle,caption{break-after:avoid}
        p{orphans:3;widows:3}
        tr,.chart,.box,.key>div{break-inside:avoid}
        thead{display:table-header-group}
        thead{break-after:avoid}
        tbody tr:first-child,tbody tr:last-child{break-before:avoid}
        .table-short{break-inside:avoid}
        thead th,tbody th{min-width:0}
        td:not(.text){white-space:nowrap}
        .table-many table{font-size:7pt}
        .table-many th+th,.table-many td{padding-left:.5rem}
        .table-many tbody th{min-width:8rem}
        .table-wide table{font-size:6.5pt}
        .table-wide th{overflow-wrap:anywhere}
        .table-wide th,.table-wide td{padding-left:.4rem}
        .chart.wide{display:block}
        .chart.narrow{display:none}
        details::details-content{content-visibility:visible;display:block;height:auto}
        summary{display:none}
        .table-wide{page:sideways}
        table{font-size:8.5pt}
        th,td{padding-left:1rem;padding-top:.3rem;padding-bottom:.3rem}
        .values .table:not(.table-many,.table-wide) table{font-size:8pt}
        .values td,.values th{padding-top:.15rem;padding-bottom:.15rem}
        .box{background:none;border-top:1px solid var(--hair);border-bottom:1px solid var(--hair)}
        .figure,.box,.table,.key,.method,main p,.chart.wide{max-width:none}
        }

        """
}
