// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Every target is built with the same rules; warnings are errors.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]
/// Targets that never touch memory unsafely.
let pure = strict + [.strictMemorySafety()]

let package = Package(
    name: "ashar",
    products: [.executable(name: "ashar", targets: ["ashar"])],
    dependencies: [
        // Apple's own command-line parser: help, completions and typed options for free.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Relaxed floating-point sums that the compiler may vectorise.
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        // The YAML parser of the Swift world; it keeps line and column of every node.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Leaves: know no other target.
        .target(name: "Base", swiftSettings: pure),
        .target(  // Boost.Math's distributions (libboost-math-dev) behind plain C functions.
            name: "CDistributions",
            cxxSettings: [.define("BOOST_MATH_PROMOTE_DOUBLE_POLICY", to: "false")],
            linkerSettings: [.linkedLibrary("m")]
        ),
        .target(
            name: "Kernels",
            dependencies: [
                "CDistributions", .product(name: "RealModule", package: "swift-numerics"),
            ],
            swiftSettings: pure
        ),
        .target(name: "Markup", swiftSettings: pure),

        // The domain: values and rules, no input or output.
        .target(name: "Survey", dependencies: ["Base", "Kernels"], swiftSettings: pure),
        .target(name: "Qualitative", dependencies: ["Base", "Kernels"], swiftSettings: pure),
        .target(
            name: "Report",
            dependencies: ["Base", "Kernels", "Markup", "Survey", "Qualitative"],
            swiftSettings: pure
        ),

        // C libraries of Debian, each for one file format.
        .systemLibrary(name: "CZip", pkgConfig: "libzip"),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter"),
        .systemLibrary(name: "CMark", pkgConfig: "libcmark"),
        .target(  // ReadStat (libreadstat-dev) in a child process: its crash is not ours.
            name: "CReadStatChild",
            linkerSettings: [.linkedLibrary("readstat")]
        ),

        // The edges: files and the terminal.
        .target(
            name: "Files",
            dependencies: [
                "Base", "Kernels", "Markup", "Survey", "Qualitative", "Report",
                "CZip", "CXML2", "CXlsxWriter", "CMark", "CReadStatChild",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "ashar",
            dependencies: [
                "Base", "Kernels", "Survey", "Qualitative", "Report", "Files",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),

        // Tests.
        .target(
            name: "TestKit",
            dependencies: ["Base"],
            path: "Tests/TestKit",
            swiftSettings: strict
        ),
        .target(  // Made-up reports, for the trials of the audit in tests and benchmarks.
            name: "AuditTrials",
            dependencies: ["Kernels", "Report"],
            path: "Benchmarks/AuditTrials",
            swiftSettings: pure
        ),
        .testTarget(
            name: "BaseTests",
            dependencies: ["Base", "TestKit"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "KernelsTests",
            dependencies: ["Kernels", "TestKit"],
            resources: [.copy("Fixtures")],
            swiftSettings: strict
        ),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
        .testTarget(
            name: "SurveyTests",
            dependencies: ["Base", "Survey", "Kernels", "TestKit"],
            resources: [.copy("Fixtures")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "QualitativeTests",
            dependencies: ["Base", "Kernels", "Qualitative", "TestKit"],
            resources: [.copy("Fixtures")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReportTests",
            dependencies: [
                "Base", "Markup", "Survey", "Qualitative", "Report", "TestKit", "AuditTrials",
            ],
            resources: [.copy("Fixtures")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FilesTests",
            dependencies: ["Base", "Survey", "Qualitative", "Report", "Files", "TestKit", "CXML2"],
            resources: [.copy("Fixtures")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "AsharTests",
            dependencies: [
                "Base", "Survey", "Qualitative", "Report", "Files", "ashar", "TestKit",
            ],
            resources: [.copy("Fixtures")],
            swiftSettings: strict
        ),
    ],
    cxxLanguageStandard: .cxx17
)

// Measuring is no part of the product: ASHAR_BENCH=1 adds a program for it (see Benchmarks/run.py).
if ProcessInfo.processInfo.environment["ASHAR_BENCH"] != nil {
    package.targets.append(
        .executableTarget(
            name: "bench",
            dependencies: [
                "Base", "Kernels", "Survey", "Qualitative", "Report", "Files", "AuditTrials",
            ],
            path: "Benchmarks/bench",
            swiftSettings: strict
        )
    )
}

// ASHAR_FUZZ=1 adds a program that feeds readers with made-up bytes (see Fuzz/run.sh).
if ProcessInfo.processInfo.environment["ASHAR_FUZZ"] != nil {
    package.targets += [
        .target(name: "CFuzzer", path: "Fuzz/CFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: ["Base", "Survey", "Qualitative", "Report", "Files", "CFuzzer"],
            path: "Fuzz/fuzz",
            swiftSettings: strict,
            // The default linker fails on what the address sanitizer emits.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])]
        ),
    ]
}
