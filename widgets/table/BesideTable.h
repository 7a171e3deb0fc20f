#pragma once

#include "widgets/table/PanelChoice.h"

#include <QSplitter>
#include <QTimer>

#include <functional>

namespace base {
class ObjectPanel;
}
namespace settings {
class Settings;
}

namespace table {

/// Holds a table and, where the person wants it, the panel of its selected object at its right or below. The panel is made when it is
/// first shown, and told of a row only when the selection rests.
class BesideTable final : public QSplitter
{
    Q_OBJECT

public:
    using MakePanel = std::function<base::ObjectPanel *(QWidget *parent)>;
    /// Tells the panel what is selected.
    using Tell = std::function<void(base::ObjectPanel &panel)>;

    /// The settings outlive it.
    explicit BesideTable(settings::Settings &settings, QWidget *parent = nullptr);

    /// Without one there is no panel.
    void setPanel(MakePanel make, Tell tell);
    bool hasPanel() const { return m_make != nullptr; }
    /// Null while it is not shown.
    base::ObjectPanel *panel() const;

    /// Another row, or none; a person may go on to the next at once.
    void selectionMoved();

    /// Long enough for the keys of a person who goes through rows, too short to wait for.
    static constexpr std::chrono::milliseconds Rest{150};

Q_SIGNALS:
    void panelMade(base::ObjectPanel *panel);
    void choiceChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void follow();
    void place(const PanelChoice &choice);
    void recolor();

    settings::Settings &m_settings;
    MakePanel m_make;
    Tell m_tell;
    base::ObjectPanel *m_panel = nullptr;
    QTimer m_rest;
    bool m_isPlacing = false;
};

} // namespace table
