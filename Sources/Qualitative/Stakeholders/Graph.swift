/// Who is tied to whom: a simple undirected graph over the vertices 0 ..< ``count``.
package struct Graph: Sendable, Hashable {
    package let count: Int
    /// For each vertex those that it is tied to, ascending, each once.
    package let neighbours: [[Int]]

    /// A graph of `count` vertices; of several ties between two the first counts, and none of a vertex
    /// with itself.
    ///
    /// - Parameters:
    ///   - count: How many vertices there are.
    ///   - ties: Pairs of vertices in 0 ..< `count`.
    package init(count: Int, ties: some Sequence<(Int, Int)>) {
        var sets = Array(repeating: Set<Int>(), count: count)
        for (one, other) in ties where one != other {
            sets[one].insert(other)
            sets[other].insert(one)
        }
        self.count = count
        neighbours = sets.map { $0.sorted() }
    }

    /// How many ties there are.
    package var tieCount: Int { neighbours.reduce(0) { $0 + $1.count } / 2 }

    package func degree(_ vertex: Int) -> Int { neighbours[vertex].count }

    /// The parts that no tie connects, the largest first, then by their first vertex; each ascending.
    package var components: [[Int]] {
        var seen = Array(repeating: false, count: count)
        var components: [[Int]] = []
        for start in 0..<count where !seen[start] {
            var component = [start]
            seen[start] = true
            var next = 0
            while next < component.count {
                for neighbour in neighbours[component[next]] where !seen[neighbour] {
                    seen[neighbour] = true
                    component.append(neighbour)
                }
                next += 1
            }
            components.append(component.sorted())
        }
        return components.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }

    /// How much each vertex stands between others: the share of all pairs of other vertices whose
    /// shortest path goes through it, paths of equal length counted in equal parts.
    ///
    /// Σ over pairs s, t of σ(s, t | v) / σ(s, t), divided by (n − 1)(n − 2) / 2; 0 for all where there
    /// are fewer than three vertices. Pairs without a path add nothing.
    ///
    /// - Returns: One number in 0 ... 1 a vertex.
    /// - SeeAlso: Freeman (1977), A set of measures of centrality based on betweenness, *Sociometry*
    ///   40(1); Brandes (2001), A faster algorithm for betweenness centrality, *Journal of Mathematical
    ///   Sociology* 25(2), algorithm 1; networkx `betweenness_centrality(normalized=True)`.
    package func betweenness() -> [Double] {
        var sums = Array(repeating: 0.0, count: count)
        guard count > 2 else { return sums }
        for source in 0..<count { addPaths(from: source, to: &sums) }
        // Each pair was met from both of its ends.
        let pairs = Double(count - 1) * Double(count - 2)
        return sums.map { $0 / pairs }
    }

    /// Adds to each vertex its share of the shortest paths that begin at `source`.
    private func addPaths(from source: Int, to sums: inout [Double]) {
        var distance = Array(repeating: -1, count: count)
        var paths = Array(repeating: 0.0, count: count)
        distance[source] = 0
        paths[source] = 1
        var order = [source]
        var next = 0
        while next < order.count {
            let vertex = order[next]
            next += 1
            for neighbour in neighbours[vertex] {
                if distance[neighbour] < 0 {
                    distance[neighbour] = distance[vertex] + 1
                    order.append(neighbour)
                }
                if distance[neighbour] == distance[vertex] + 1 {
                    paths[neighbour] += paths[vertex]
                }
            }
        }
        var dependency = Array(repeating: 0.0, count: count)
        for vertex in order.reversed() where vertex != source {
            for before in neighbours[vertex] where distance[before] == distance[vertex] - 1 {
                dependency[before] += paths[before] / paths[vertex] * (1 + dependency[vertex])
            }
            sums[vertex] += dependency[vertex]
        }
    }

    /// The vertices without which a part would fall into several, ascending.
    ///
    /// - SeeAlso: Hopcroft & Tarjan (1973), Algorithm 447, *Communications of the ACM* 16(6); networkx
    ///   `articulation_points`.
    package var cutVertices: [Int] {
        var order = Array(repeating: -1, count: count)
        var low = Array(repeating: 0, count: count)
        var isCut = Array(repeating: false, count: count)
        var clock = 0
        // The walk keeps its own stack, so that a long chain of ties cannot exhaust the thread's.
        for root in 0..<count where order[root] < 0 {
            var stack = [(vertex: root, parent: -1, next: 0)]
            var branches = 0
            order[root] = clock
            low[root] = clock
            clock += 1
            while let top = stack.last {
                guard top.next < neighbours[top.vertex].count else {
                    stack.removeLast()
                    guard let below = stack.last else { continue }
                    low[below.vertex] = min(low[below.vertex], low[top.vertex])
                    if below.vertex == root {
                        branches += 1
                    } else if low[top.vertex] >= order[below.vertex] {
                        isCut[below.vertex] = true
                    }
                    continue
                }
                stack[stack.count - 1].next += 1
                let neighbour = neighbours[top.vertex][top.next]
                if order[neighbour] < 0 {
                    order[neighbour] = clock
                    low[neighbour] = clock
                    clock += 1
                    stack.append((neighbour, top.vertex, 0))
                } else if neighbour != top.parent {
                    low[top.vertex] = min(low[top.vertex], order[neighbour])
                }
            }
            isCut[root] = branches > 1
        }
        return (0..<count).filter { isCut[$0] }
    }
}
