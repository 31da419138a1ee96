extension PageStyle {
    /// Boxes, key figures and lists of facts.
    static let blocks: StaticString = """
        .box{border-left:.25rem solid var(--accent);background:var(--panel);padding:1rem 1.25rem;
        margin:1.5rem 0;max-width:46rem}
        .quote{margin:1.25rem 0;max-width:46rem}
        .box>:last-child{margin-bottom:0}
        .box-title{font-weight:700;margin-bottom:.35rem}
        .box-warning{border-color:var(--warn);background:var(--warn-panel)}
        .box-warning .box-title{color:var(--warn)}
        .key{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,10rem),1fr));
        gap:1.75rem 2rem;margin:1.75rem 0 2.25rem;max-width:46rem}
        .key>div{border-top:2px solid var(--accent);padding-top:.75rem;display:flex;
        flex-direction:column}
        .key dt{order:2;line-height:1.4}
        .key dd{margin:0}
        .key-value{order:1;font-size:2.4rem;line-height:1.1;font-weight:700;letter-spacing:-.02em;
        color:var(--accent);margin-bottom:.4rem!important}
        .key-detail{order:3;font-size:.875rem;color:var(--muted);padding-top:.25rem}
        .method{border-top:1px solid var(--hair);max-width:46rem}
        .method>div{display:grid;gap:.1rem 1.5rem;padding:.65rem 0;border-bottom:1px solid var(--hair)}
        .method dt{font-weight:700}
        .method dd{margin:0;overflow-wrap:anywhere}
        @media (min-width:40rem){.method>div{grid-template-columns:13rem minmax(0,1fr)}}

        """

    /// Tables: rules between rows only, numbers from the right, names that stay while it scrolls.
    static let tables: StaticString = """
        .table{margin:1.5rem 0 2rem}
        .scroll{overflow-x:auto;max-width:100%}
        table{border-collapse:collapse;font-size:.9375rem;line-height:1.4;
        font-variant-numeric:tabular-nums lining-nums;min-width:min(100%,26rem)}
        caption{text-align:left;font-weight:700;padding:0 0 .6rem;font-size:1rem;line-height:1.35}
        caption span{display:block;position:sticky;left:0;width:max-content;
        max-width:min(44rem,calc(100vw - 2rem))}
        th,td{padding:.45rem 0 .45rem 1.5rem;text-align:right;vertical-align:top}
        tr:first-child>th:first-child,tbody th:first-child{padding-left:0}
        thead th{font-size:.8125rem;color:var(--muted);vertical-align:bottom;line-height:1.3;
        font-weight:700;min-width:4.5rem;max-width:11rem;hyphens:auto}
        thead tr:first-child th{border-top:2px solid var(--ink);padding-top:.6rem}
        thead tr:last-child th{padding-bottom:.5rem}
        thead th.group{text-align:center;border-bottom:1px solid var(--rule);max-width:none}
        tbody{border-top:1px solid var(--rule)}
        tbody tr+tr{border-top:1px solid var(--hair)}
        tbody:last-child{border-bottom:1px solid var(--rule)}
        thead tr:first-child>th:first-child,tbody th,.text{text-align:left}
        thead tr:first-child>th:first-child,tbody th{position:sticky;left:0;background:var(--page)}
        tbody th{font-weight:400;min-width:9rem;max-width:22rem}
        .table-many table,.table-wide table{font-size:.875rem}
        .table-many th+th,.table-many td,.table-wide th+th,.table-wide td{padding-left:.85rem}
        .table-many thead th,.table-wide thead th{min-width:3.5rem}
        .block th{font-weight:700;padding-top:1rem;max-width:none}
        .total th,.total td{font-weight:700}
        .total small{font-weight:400}
        .interval{display:block;color:var(--muted);white-space:nowrap;font-size:.78125rem}
        .sign{color:var(--muted)}
        .note{font-size:.875rem;line-height:1.5;color:var(--muted);margin:.6rem 0 0}
        @media (max-width:39.99rem){table{font-size:.875rem}th,td{padding-left:1rem}
        tbody th{max-width:45vw;min-width:7rem}}

        """
}
