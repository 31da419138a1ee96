package import Base

extension Results {
    /// What a person should look at before publishing: items that go against their scale.
    package func warnings() -> [Problem] {
        scales.flatMap { scale in
            scale.items.enumerated().compactMap { index, item in
                guard let correlation = item.itemRest, correlation < 0 else { return nil }
                let name = scale.declaration.name
                return Problem(
                    .warning,
                    "scale.likely-wrong-key",
                    at: prepared.study.location(of: "scales.\(name).items.\(index)"),
                    "\(item.name) correlates \(rounded(correlation)) with the rest of \(name), as keyed.",
                    remedy:
                        "A likely wrong key: read its wording, and change its sign if it must be."
                )
            }
        }
    }

    private func rounded(_ number: Double) -> String {
        NumberStyle.english.with(decimals: 2).text(number)
    }
}
