#pragma once

#include "widgets/detail/LiveTab.h"

#include <string>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;

namespace base {
class PlainLabel;
}

namespace detail {

class FindBar;

/// The object as kubectl get -o yaml writes it, live: only lines that differ are changed, so that place and selection stay.
class YamlTab final : public LiveTab
{
    Q_OBJECT

public:
    explicit YamlTab(std::shared_ptr<WatchedObject> object, QWidget *parent = nullptr);

    QString command() const override;
    std::vector<base::Command> commands() override;
    bool find() override;

    /// Longer lines are cut on screen; copying takes all of them.
    static constexpr std::size_t LongestLine = 1000;

protected:
    void showObject(const text::Value &object) override;

private:
    QWidget *makeBar();
    void setText(const std::string &text);
    void copy();
    void recolor();

    QPlainTextEdit *m_view;
    FindBar *m_find;
    QCheckBox *m_managedFields;
    QCheckBox *m_secretValues;
    QPushButton *m_copy;
    base::PlainLabel *m_note;
    std::string m_yaml;
    std::string m_shown;        ///< the same as the view has it, made plain and cut
};

} // namespace detail
