// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <functional>

class QKeyEvent;
class QQuickItem;
class QQuickWindow;

namespace islet {

class VoiceSettings;

//! Filters a window's key events before its controls, for the push-to-talk key: it works wherever the keyboard focus
//! is, except in text fields. Space talks only on the map; elsewhere it presses buttons.
class KeyWatch : public QObject {
    Q_OBJECT

public:
    //! `settings` must outlive this object.
    explicit KeyWatch(VoiceSettings &settings, QObject *parent = nullptr);

    //! Whether the item with keyboard focus is the map.
    using IsMap = std::function<bool(const QQuickItem &item)>;
    void watch(QQuickWindow *window, IsMap isMap);
    //! While on, the next suitable key becomes the push-to-talk key; Escape cancels.
    void setCapturing(bool capturing);
    bool isCapturing() const { return m_isCapturing; }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void pressed();
    void released();
    //! The window lost the keyboard focus and will not see the key release.
    void lost();
    void capturingChanged();

private:
    //! Accepts our keys, which shortcuts would consume otherwise.
    bool claim(QKeyEvent &event, const QQuickWindow *window);
    bool press(const QKeyEvent &event, const QQuickWindow *window);
    bool release(const QKeyEvent &event);
    bool capture(const QKeyEvent &event);
    bool mayTalk(int key, const QQuickWindow *window) const;

    VoiceSettings &m_settings;
    IsMap m_isMap;
    int m_heldKey = 0;
    bool m_isCapturing = false;
};

} // namespace islet
