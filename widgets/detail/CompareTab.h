#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/detail/Comparison.h"
#include "widgets/detail/LiveTab.h"

#include <functional>
#include <optional>

class QCheckBox;
class QPushButton;

namespace base {
class PlainLabel;
}

namespace detail {

class YamlView;
struct LineEdit;
struct YamlPage;

/// The object beside what kubectl apply was last given for it, or beside another object; both live. Compared on a thread of its own.
class CompareTab final : public LiveTab
{
    Q_OBJECT

public:
    /// Null where the cluster has no such kind.
    using Finder = std::function<std::shared_ptr<WatchedObject>(const base::Address &address)>;
    /// Lets a person choose an object of the same cluster.
    using Picker = std::function<void(std::function<void(const base::Address &address)> chosen)>;

    CompareTab(std::shared_ptr<WatchedObject> object, Finder find, Picker pick, QWidget *parent = nullptr);

    QString command() const override;
    std::vector<base::Command> commands() override;
    bool isSettled() const override;
    /// The address of the other object; empty: the last applied configuration.
    QString part() const override { return m_other ? m_otherAddress.toString() : QString(); }
    void showPart(const QString &part) override;

    void next() { step(1); }
    void previous() { step(-1); }

protected:
    void showObject(const text::Value &object) override;

private:
    QWidget *makeBar();
    void choose();
    void compareWith(std::shared_ptr<WatchedObject> other, const base::Address &address);
    void write();
    void take(const std::shared_ptr<const Comparison> &comparison, std::vector<LineEdit> edits);
    void say(const QString &text);
    void tellCount();
    void step(int by);
    void filled();
    void recolor();

    Finder m_find;
    Picker m_pick;
    std::shared_ptr<WatchedObject> m_other;     ///< null: the last applied configuration
    base::Address m_otherAddress;
    YamlView *m_view;
    base::PlainLabel *m_with;
    base::PlainLabel *m_count;
    QCheckBox *m_noise;
    QCheckBox *m_equalLines;
    QPushButton *m_applied;
    std::shared_ptr<const Comparison> m_comparison;
    base::EventLoopExecutor m_executor;
    base::Job m_writing;
    bool m_isStale = false;
};

} // namespace detail
