#pragma once

namespace base {
class Registry;
}

namespace shell {

class MainWindow;

/// What a person does with the frame itself: pages, clusters, namespaces, looks. The window outlives their use.
void addCommands(base::Registry &registry, MainWindow &window);

} // namespace shell
