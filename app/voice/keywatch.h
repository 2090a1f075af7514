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

//! Sees the keys of a window before its controls do, for the one that is held to talk: it works wherever the keyboard
//! is, except where something is being written. Space talks on the map only; elsewhere it presses buttons.
class KeyWatch : public QObject {
    Q_OBJECT

public:
    //! `settings` must outlive this.
    explicit KeyWatch(VoiceSettings &settings, QObject *parent = nullptr);

    //! Whether an item that has the keyboard is the map.
    using IsMap = std::function<bool(const QQuickItem &item)>;
    void watch(QQuickWindow *window, IsMap isMap);
    //! The next key that can be held becomes the key to talk; Escape leaves it as it was.
    void setCapturing(bool capturing);
    bool isCapturing() const { return m_isCapturing; }

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void pressed();
    void released();
    //! The window has the keyboard no more, and will not see the key go up.
    void lost();
    void capturingChanged();

private:
    //! Takes a key that is ours, or else a shortcut would eat it.
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
