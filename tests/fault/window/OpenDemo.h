#pragma once

#include "tests/fault/window/Window.h"
#include "widgets/base/PlainTable.h"

namespace fault {

/// The whole window and the sample cluster; once it is open, connected, with its pods on screen.
class OpenDemo
{
protected:
    /// With these features beside those that every window of a test has.
    template <typename... Features>
    void startDemo()
    {
        qputenv("NO_PROXY", "*");
        m_demo = std::make_unique<Demo>();
        QVERIFY(m_demo->access);
        m_window = std::make_unique<Window>();
        (Features().addTo(m_window->registry()), ...);
    }
    template <typename... Features>
    void openDemo()
    {
        startDemo<Features...>();
        connectDemo();
    }
    /// Once it was started.
    void connectDemo()
    {
        m_cluster = m_window->open(m_demo->access->kubeconfig);
        QVERIFY(m_cluster && m_window->table());
        QTRY_VERIFY_WITH_TIMEOUT(Window::isLive(m_window->table()), patience);
    }
    void closeDemo()
    {
        m_window.reset();
        m_demo.reset();
    }

    shell::MainWindow &window() { return m_window->window(); }
    /// Null when that model is in no table there.
    static base::PlainTable *tableOf(const QWidget *in, const QAbstractItemModel *model)
    {
        const auto tables = in->findChildren<base::PlainTable *>();
        const auto found = std::ranges::find(tables, model, &base::PlainTable::model);
        return found == tables.end() ? nullptr : *found;
    }

    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Window> m_window;
    cluster::ConnectedCluster *m_cluster = nullptr;
};

} // namespace fault
