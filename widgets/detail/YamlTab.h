#pragma once

#include "models/base/EventLoopExecutor.h"
#include "widgets/detail/FieldSource.h"
#include "widgets/detail/LiveTab.h"

#include <QTimer>

#include <string>

class QCheckBox;
class QPushButton;

namespace base {
class PlainLabel;
}

namespace detail {

class FieldNote;
class FindBar;
class YamlView;
struct LineEdit;
struct YamlPage;
struct YamlWish;

/// The object as kubectl get -o yaml writes it, live: only lines that differ are changed, so that place and selection stay. It is written on
/// a thread of its own, at first only as much of it as a screen can show.
class YamlTab final : public LiveTab
{
    Q_OBJECT

public:
    /// fields may be null: then no field is described.
    explicit YamlTab(std::shared_ptr<WatchedObject> object, FieldSource *fields = nullptr, QWidget *parent = nullptr);

    QString command() const override;
    std::vector<base::Command> commands() override;
    bool find() override;
    bool isSettled() const override;

    /// Longer lines are cut on screen; copying takes all of them.
    static constexpr std::size_t LongestLine = 1000;
    /// Bytes of the first screen, which is shown before the rest is even written: more than the tallest one shows.
    static constexpr std::size_t FirstScreen = 16 * 1024;

protected:
    void showObject(const text::Value &object) override;

private:
    QWidget *makeBar();
    void write();
    void take(std::shared_ptr<const YamlPage> page, std::vector<LineEdit> edits, bool hasSecretValues);
    void filled();
    void tellSettled();
    YamlWish wish() const;
    bool showsManagedFields() const;
    void copy();
    void hovered(int place, const QPoint &globalPosition);
    void toggleNote();
    void tellNote();
    void closeNote();
    schema::KindName kindName() const;
    void recolor();

    YamlView *m_view;
    FindBar *m_find;
    FieldSource *m_fields;
    FieldNote *m_field;
    bool m_noteWaits = false;   ///< for what is said of the field at the cursor
    QCheckBox *m_secretValues;
    QTimer m_hideAgain{this};   ///< the values of a Secret
    QPushButton *m_describe;
    QPushButton *m_copy;
    base::PlainLabel *m_note;
    base::EventLoopExecutor m_executor;
    base::Job m_writing;
    bool m_hasSecretValues = false;     ///< the page that the view has, or is about to have
    bool m_isStale = false;     ///< the object changed while it was written, or not all of it was
};

} // namespace detail
