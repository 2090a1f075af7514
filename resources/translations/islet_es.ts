<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ChatDetails</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ChatFieldBox</name>
    <message>
        <source>Write to everybody in the room</source>
        <translation>Escribe a toda la sala</translation>
    </message>
</context>
<context>
    <name>ChatLine</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>aún sin enviar</translation>
    </message>
    <message>
        <source>perhaps not sent</source>
        <translation>quizá sin enviar</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>sin enviar</translation>
    </message>
</context>
<context>
    <name>ChatLinkCard</name>
    <message>
        <source>Open this in your browser?</source>
        <translation>¿Abrir esto en el navegador?</translation>
    </message>
    <message>
        <source>It leads to %1</source>
        <translation>Lleva a %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the address in the browser</source>
        <translation>Abrir la dirección en el navegador</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ChatLinks</name>
    <message>
        <source>Link to %1</source>
        <translation>Enlace a %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Nothing was said yet. Say hello.</source>
        <translation>Nadie ha dicho nada todavía. Saluda.</translation>
    </message>
    <message>
        <source>To the newest line</source>
        <translation>A la última línea</translation>
    </message>
    <message>
        <source>What is said stands here.</source>
        <translation>Aquí aparece lo que se dice.</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n sin leer</numerusform>
            <numerusform>%n sin leer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatMenu</name>
    <message>
        <source>Copy the line</source>
        <translation>Copiar la línea</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>Escribirla de nuevo</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Ver detalles</translation>
    </message>
    <message>
        <source>Stop ignoring this person</source>
        <translation>Dejar de ignorar a esta persona</translation>
    </message>
    <message>
        <source>Ignore this person</source>
        <translation>Ignorar a esta persona</translation>
    </message>
    <message>
        <source>Open the link to %1</source>
        <translation>Abrir el enlace a %1</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Escribir a %1</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Mostrar en el mapa</translation>
    </message>
    <message>
        <source>About this person</source>
        <translation>Sobre esta persona</translation>
    </message>
</context>
<context>
    <name>ChatNames</name>
    <message>
        <source>People who may be meant</source>
        <translation>A quién te puedes referir</translation>
    </message>
</context>
<context>
    <name>ChatPane</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find in the chat (Ctrl+F)</source>
        <translation>Buscar en el chat (Ctrl+F)</translation>
    </message>
    <message>
        <source>write (Enter)</source>
        <translation>escribe (Intro)</translation>
    </message>
    <message>
        <source>write; it is sent when the way is back</source>
        <translation>escribe; se enviará al volver la conexión</translation>
    </message>
    <message>
        <source>enter a room to write</source>
        <translation>entra en una sala para escribir</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
</context>
<context>
    <name>ChatSearchBar</name>
    <message>
        <source>Find in the chat</source>
        <translation>Buscar en el chat</translation>
    </message>
    <message>
        <source>find</source>
        <translation>buscar</translation>
    </message>
    <message>
        <source>The line before it that holds the words (Enter)</source>
        <translation>La línea anterior con esas palabras (Intro)</translation>
    </message>
    <message>
        <source>The line after it that holds the words (Shift+Enter)</source>
        <translation>La línea siguiente con esas palabras (Mayús+Intro)</translation>
    </message>
    <message>
        <source>End the search (Escape)</source>
        <translation>Terminar la búsqueda (Esc)</translation>
    </message>
</context>
<context>
    <name>ChatWords</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>Written %1</source>
        <translation>Escrito el %1</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>Recibido el %1</translation>
    </message>
    <message>
        <source>Sent, as they say, %1</source>
        <translation>Enviado, según dice, el %1</translation>
    </message>
    <message>
        <source>They do not say when it was sent.</source>
        <translation>No dice cuándo se envió.</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
</context>
<context>
    <name>ColorChoice</name>
    <message>
        <source>Colour %1 of 24</source>
        <translation>Color %1 de 24</translation>
    </message>
    <message>
        <source>As my address</source>
        <translation>Como mi dirección</translation>
    </message>
    <message>
        <source>The colour that goes with my address</source>
        <translation>El color que corresponde a mi dirección</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Stand in a Decentraland room with others.</source>
        <translation>Entra en una sala de Decentraland con más gente.</translation>
    </message>
    <message>
        <source>Where to go, such as name.dcl.eth, https://realm.example.org or ws-room:ws://127.0.0.1:5004/rooms/lobby; without it, the window asks. A link (dcl-comms:...) is given to the window that is open, and asks first.</source>
        <translation>Adónde ir, como nombre.dcl.eth, https://realm.example.org o ws-room:ws://127.0.0.1:5004/rooms/lobby; sin ello, la ventana pregunta. Un enlace (dcl-comms:...) va a la ventana abierta, y antes pregunta.</translation>
    </message>
    <message>
        <source>Save a picture of the window to this file as soon as people are seen, and end.</source>
        <translation>Guarda una imagen de la ventana en este archivo en cuanto se vea gente, y termina.</translation>
    </message>
    <message>
        <source>Enter the room inside this program at once.</source>
        <translation>Entra enseguida en la sala de este programa.</translation>
    </message>
</context>
<context>
    <name>ConnectBar</name>
    <message>
        <source>Address of the room</source>
        <translation>Dirección de la sala</translation>
    </message>
    <message>
        <source>name.dcl.eth, https://realm or ws-room:wss://host/rooms/name</source>
        <translation>nombre.dcl.eth, https://realm o ws-room:wss://servidor/rooms/nombre</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>How getting in went, step by step (Ctrl+H)</source>
        <translation>Cómo fue la entrada, paso a paso (Ctrl+H)</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Ajustes (Ctrl+,)</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>There is no sound: the sound server does not answer. Voice begins when it does.</source>
        <translation>No hay sonido: el servidor de sonido no responde. La voz empezará cuando lo haga.</translation>
    </message>
    <message>
        <source>There is no microphone. Plug one in to be heard.</source>
        <translation>No hay micrófono. Conecta uno para que te oigan.</translation>
    </message>
    <message>
        <source>There is no loudspeaker. Plug one in to hear the others.</source>
        <translation>No hay altavoz. Conecta uno para oír a los demás.</translation>
    </message>
    <message>
        <source>The microphone %1 cannot be opened. Allow Islet to use it, or choose another.</source>
        <translation>El micrófono %1 no se puede abrir. Permite que Islet lo use, o elige otro.</translation>
    </message>
    <message>
        <source>The loudspeaker %1 cannot be opened. Close what else uses it, or choose another.</source>
        <translation>El altavoz %1 no se puede abrir. Cierra lo que lo esté usando, o elige otro.</translation>
    </message>
    <message>
        <source>The microphone %1 does not answer. Plug it in again, or choose another.</source>
        <translation>El micrófono %1 no responde. Conéctalo de nuevo, o elige otro.</translation>
    </message>
    <message>
        <source>The loudspeaker %1 does not answer. Plug it in again, or choose another.</source>
        <translation>El altavoz %1 no responde. Conéctalo de nuevo, o elige otro.</translation>
    </message>
    <message>
        <source>The microphone %1 is silent. Is it switched off, or forbidden to Islet?</source>
        <translation>El micrófono %1 no da sonido. ¿Está apagado, o Islet no puede usarlo?</translation>
    </message>
    <message>
        <source>As the system chooses</source>
        <translation>El que elija el sistema</translation>
    </message>
    <message>
        <source>As the system chooses (%1)</source>
        <translation>El que elija el sistema (%1)</translation>
    </message>
</context>
<context>
    <name>EmotePopup</name>
    <message>
        <source>Play an emote</source>
        <translation>Hacer un gesto</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Enter a room first: nobody would see it.</source>
        <translation>Entra antes en una sala: nadie lo vería.</translation>
    </message>
</context>
<context>
    <name>Emotes</name>
    <message>
        <source>Wave</source>
        <translation>Saludar</translation>
    </message>
    <message>
        <source>waves</source>
        <translation>saluda</translation>
    </message>
    <message>
        <source>Clap</source>
        <translation>Aplaudir</translation>
    </message>
    <message>
        <source>claps</source>
        <translation>aplaude</translation>
    </message>
    <message>
        <source>Raise a hand</source>
        <translation>Levantar la mano</translation>
    </message>
    <message>
        <source>raises a hand</source>
        <translation>levanta la mano</translation>
    </message>
    <message>
        <source>Shrug</source>
        <translation>Encogerse de hombros</translation>
    </message>
    <message>
        <source>shrugs</source>
        <translation>se encoge de hombros</translation>
    </message>
    <message>
        <source>Dance</source>
        <translation>Bailar</translation>
    </message>
    <message>
        <source>dances</source>
        <translation>baila</translation>
    </message>
    <message>
        <source>Pump a fist</source>
        <translation>Alzar el puño</translation>
    </message>
    <message>
        <source>pumps a fist</source>
        <translation>alza el puño</translation>
    </message>
    <message>
        <source>Blow a kiss</source>
        <translation>Lanzar un beso</translation>
    </message>
    <message>
        <source>blows a kiss</source>
        <translation>lanza un beso</translation>
    </message>
    <message>
        <source>Hands in the air</source>
        <translation>Manos arriba</translation>
    </message>
    <message>
        <source>puts their hands in the air</source>
        <translation>levanta las manos</translation>
    </message>
    <message>
        <source>throws money</source>
        <translation>lanza dinero</translation>
    </message>
    <message>
        <source>is blown away</source>
        <translation>alucina</translation>
    </message>
    <message>
        <source>cries</source>
        <translation>llora</translation>
    </message>
    <message>
        <source>dabs</source>
        <translation>hace un dab</translation>
    </message>
    <message>
        <source>dances disco</source>
        <translation>baila música disco</translation>
    </message>
    <message>
        <source>does not want to see it</source>
        <translation>no quiere verlo</translation>
    </message>
    <message>
        <source>dances the hammer</source>
        <translation>baila el hammer</translation>
    </message>
    <message>
        <source>laughs: ho ho ho</source>
        <translation>ríe: jo, jo, jo</translation>
    </message>
    <message>
        <source>dances the robot</source>
        <translation>baila el robot</translation>
    </message>
    <message>
        <source>lets it snow</source>
        <translation>hace que nieve</translation>
    </message>
    <message>
        <source>dances the tektonik</source>
        <translation>baila tecktonik</translation>
    </message>
    <message>
        <source>dances the tik</source>
        <translation>baila el tik</translation>
    </message>
    <message>
        <source>throws confetti</source>
        <translation>lanza confeti</translation>
    </message>
    <message>
        <source>plays “%1”</source>
        <translation>hace «%1»</translation>
    </message>
</context>
<context>
    <name>HandshakePopup</name>
    <message>
        <source>How getting in went</source>
        <translation>Cómo fue la entrada</translation>
    </message>
</context>
<context>
    <name>IdentityChoice</name>
    <message>
        <source>My identity</source>
        <translation>Mi identidad</translation>
    </message>
    <message>
        <source>Who I am; another one leaves the room</source>
        <translation>Quién soy; al cambiar se sale de la sala</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write a backup of this identity; whoever has it can be me</source>
        <translation>Guardar una copia de esta identidad; quien la tenga puede hacerse pasar por mí</translation>
    </message>
    <message>
        <source>Another identity</source>
        <translation>Otra identidad</translation>
    </message>
    <message>
        <source>Name of the new identity, for me alone</source>
        <translation>Nombre de la identidad nueva, solo para mí</translation>
    </message>
    <message>
        <source>a name for me alone</source>
        <translation>un nombre solo para mí</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Make a fresh key</source>
        <translation>Crear una clave nueva</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>A private key or an auth chain from a file</source>
        <translation>Una clave privada o una auth chain de un archivo</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Export the identity to a new file</source>
        <translation>Exportar la identidad a un archivo nuevo</translation>
    </message>
    <message>
        <source>Import an identity from a file</source>
        <translation>Importar una identidad de un archivo</translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message>
        <source>People and chat (%1)</source>
        <translation>Gente y chat (%1)</translation>
    </message>
    <message>
        <source>People and chat</source>
        <translation>Gente y chat</translation>
    </message>
    <message>
        <source>Show people and chat (F9)</source>
        <translation>Mostrar gente y chat (F9)</translation>
    </message>
    <message numerus="yes">
        <source>%n unread lines</source>
        <translation>
            <numerusform>%n línea sin leer</numerusform>
            <numerusform>%n líneas sin leer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 - Islet</source>
        <translation>%1 - Islet</translation>
    </message>
    <message>
        <source>Islet</source>
        <translation>Islet</translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <translation>(%1) %2</translation>
    </message>
</context>
<context>
    <name>MapCommands</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Caminar</translation>
    </message>
    <message>
        <source>W, A, S, D or arrows; run with Shift</source>
        <translation>W, A, S, D o flechas; corre con Mayús</translation>
    </message>
    <message>
        <source>Give the keyboard to the map</source>
        <translation>Dar el teclado al mapa</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>nearer larger</source>
        <translation>cerca más grande aumentar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>farther smaller</source>
        <translation>lejos más pequeño reducir</translation>
    </message>
    <message>
        <source>See everybody</source>
        <translation>Ver a todos</translation>
    </message>
    <message>
        <source>fit whole map overview</source>
        <translation>encajar mapa entero vista general</translation>
    </message>
    <message>
        <source>Keep me in the middle, or not</source>
        <translation>Mantenerme en el centro, o no</translation>
    </message>
    <message>
        <source>follow centre center where am I</source>
        <translation>seguir centrar dónde estoy</translation>
    </message>
    <message>
        <source>Look at a parcel</source>
        <translation>Mirar una parcela</translation>
    </message>
    <message>
        <source>coordinates go to jump</source>
        <translation>coordenadas ir a saltar</translation>
    </message>
    <message>
        <source>Copy where I stand</source>
        <translation>Copiar dónde estoy</translation>
    </message>
    <message>
        <source>position coordinates clipboard</source>
        <translation>posición coordenadas portapapeles</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Zoom in (+)</source>
        <translation>Acercar (+)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Alejar (-)</translation>
    </message>
    <message>
        <source>See everybody (F)</source>
        <translation>Ver a todos (F)</translation>
    </message>
    <message>
        <source>Keep me in the middle (M)</source>
        <translation>Mantenerme en el centro (M)</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>NameChoice</name>
    <message>
        <source>My name</source>
        <translation>Mi nombre</translation>
    </message>
    <message>
        <source>The name that others see beside my address</source>
        <translation>El nombre que los demás ven junto a mi dirección</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Tell it to everybody in the room</source>
        <translation>Decírselo a toda la sala</translation>
    </message>
</context>
<context>
    <name>NoRoomCard</name>
    <message>
        <source>The connection was lost</source>
        <translation>Se perdió la conexión</translation>
    </message>
    <message>
        <source>You are in no room</source>
        <translation>No estás en ninguna sala</translation>
    </message>
    <message>
        <source>Write the address of a room at the top, or enter the embedded one.</source>
        <translation>Escribe arriba la dirección de una sala, o entra en la integrada.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ya</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Embedded room</source>
        <translation>Sala integrada</translation>
    </message>
    <message>
        <source>Enter the room inside this program</source>
        <translation>Entrar en la sala de este programa</translation>
    </message>
    <message>
        <source>Places and realms</source>
        <translation>Lugares y realms</translation>
    </message>
    <message>
        <source>Where one has been, and the realms there are (Ctrl+O)</source>
        <translation>Dónde has estado y qué realms hay (Ctrl+O)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Every step of the way in</source>
        <translation>Cada paso de la entrada</translation>
    </message>
    <message>
        <source>You are not in %1</source>
        <translation>No estás en %1</translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation>
            <numerusform>Nuevo intento en %n s</numerusform>
            <numerusform>Nuevo intento en %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>I have read it</source>
        <translation>Ya lo he leído</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Unencrypted connections are allowed: everybody on the way can read and change what is said there.</source>
        <translation>Se permiten conexiones sin cifrar: cualquiera en el camino puede leer y cambiar lo que se dice ahí.</translation>
    </message>
</context>
<context>
    <name>DeepLinkCard</name>
    <message>
        <source>A link leads to another room</source>
        <translation>Un enlace lleva a otra sala</translation>
    </message>
    <message>
        <source>Its server will see your network address and a signature as %1.</source>
        <translation>Su servidor verá tu dirección de red y una firma como %1.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarme</translation>
    </message>
</context>
<context>
    <name>PaletteCommands</name>
    <message>
        <source>Emote: %1</source>
        <translation>Gesto: %1</translation>
    </message>
    <message>
        <source>play gesture</source>
        <translation>emote hacer jugar</translation>
    </message>
    <message>
        <source>Check my sound</source>
        <translation>Probar mi sonido</translation>
    </message>
    <message>
        <source>test microphone loudspeaker audio echo headset</source>
        <translation>comprobar micrófono altavoz audio eco auriculares prueba</translation>
    </message>
    <message>
        <source>Settings: you</source>
        <translation>Ajustes: tú</translation>
    </message>
    <message>
        <source>name colour color identity key profile</source>
        <translation>nombre color identidad clave perfil</translation>
    </message>
    <message>
        <source>Settings: look</source>
        <translation>Ajustes: aspecto</translation>
    </message>
    <message>
        <source>theme colours colors text size font motion language</source>
        <translation>tema colores texto tamaño letra movimiento idioma</translation>
    </message>
    <message>
        <source>Settings: sound</source>
        <translation>Ajustes: sonido</translation>
    </message>
    <message>
        <source>voice microphone loudspeaker volume audio devices key to talk cues</source>
        <translation>voz micrófono altavoz volumen audio dispositivos tecla para hablar avisos</translation>
    </message>
    <message>
        <source>Settings: places</source>
        <translation>Ajustes: lugares</translation>
    </message>
    <message>
        <source>rooms realms history encryption privacy</source>
        <translation>salas reinos historial cifrado privacidad</translation>
    </message>
    <message>
        <source>Settings: chat</source>
        <translation>Ajustes: chat</translation>
    </message>
    <message>
        <source>notes notifications history keep</source>
        <translation>notas notificaciones historial guardar</translation>
    </message>
    <message>
        <source>Settings: map</source>
        <translation>Ajustes: mapa</translation>
    </message>
    <message>
        <source>atlas ground pictures</source>
        <translation>atlas suelo imágenes</translation>
    </message>
    <message>
        <source>Delete the kept chat…</source>
        <translation>Borrar el chat guardado…</translation>
    </message>
    <message>
        <source>erase clear history forget privacy</source>
        <translation>eliminar vaciar limpiar historial olvidar privacidad</translation>
    </message>
    <message>
        <source>Colours: as the system</source>
        <translation>Colores: como el sistema</translation>
    </message>
    <message>
        <source>theme colors automatic</source>
        <translation>tema automático</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Colores: claro</translation>
    </message>
    <message>
        <source>theme colors day bright white</source>
        <translation>tema día luz blanco</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Colores: oscuro</translation>
    </message>
    <message>
        <source>theme colors night black</source>
        <translation>tema noche negro</translation>
    </message>
    <message>
        <source>Colours: high contrast</source>
        <translation>Colores: alto contraste</translation>
    </message>
    <message>
        <source>theme colors accessibility yellow</source>
        <translation>tema accesibilidad amarillo</translation>
    </message>
</context>
<context>
    <name>PaletteList</name>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué quieres hacer?</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nada se llama así.</translation>
    </message>
    <message>
        <source>Commands, places and people</source>
        <translation>Órdenes, lugares y personas</translation>
    </message>
</context>
<context>
    <name>PaletteRow</name>
    <message>
        <source>Show on the map</source>
        <translation>Mostrar en el mapa</translation>
    </message>
</context>
<context>
    <name>ParcelPopup</name>
    <message>
        <source>Look at parcel</source>
        <translation>Mirar la parcela</translation>
    </message>
    <message>
        <source>Parcel, such as 12, -7</source>
        <translation>Parcela, como 12, -7</translation>
    </message>
</context>
<context>
    <name>PeopleHeader</name>
    <message>
        <source>People %1</source>
        <translation>Gente %1</translation>
    </message>
    <message>
        <source>Find a name, an address, or a word such as muted or talking</source>
        <translation>Busca un nombre, una dirección o una palabra como silenciada o hablando</translation>
    </message>
    <message>
        <source>find</source>
        <translation>buscar</translation>
    </message>
    <message>
        <source>Order of the people</source>
        <translation>Orden de la gente</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>cerca</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>talking</source>
        <translation>hablando</translation>
    </message>
    <message>
        <source>Play an emote (Ctrl+E)</source>
        <translation>Hacer un gesto (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>People</source>
        <translation>Gente</translation>
    </message>
    <message>
        <source>Nobody else is here.</source>
        <translation>No hay nadie más aquí.</translation>
    </message>
    <message>
        <source>Nobody is found.</source>
        <translation>No se encuentra a nadie.</translation>
    </message>
    <message>
        <source>Enter a room to see who is there.</source>
        <translation>Entra en una sala para ver quién hay.</translation>
    </message>
    <message>
        <source>Enter tells more, Ctrl+Shift+M mutes, Ctrl+Shift+I ignores, letters find</source>
        <translation>Intro dice más, Ctrl+Shift+M silencia, Ctrl+Shift+I ignora, las letras buscan</translation>
    </message>
    <message>
        <source>Waiting for the way back.</source>
        <translation>Esperando a que vuelva la conexión.</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>About %1</source>
        <translation>Sobre %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the whole address</source>
        <translation>Copiar la dirección entera</translation>
    </message>
    <message>
        <source>Emote: %1</source>
        <translation>Gesto: %1</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>About this person, and their loudness (Enter)</source>
        <translation>Sobre esta persona y su volumen (Intro)</translation>
    </message>
</context>
<context>
    <name>PeerControls</name>
    <message>
        <source>Loudness %1 %</source>
        <translation>Volumen %1 %</translation>
    </message>
    <message>
        <source>Loudness of this person</source>
        <translation>Volumen de esta persona</translation>
    </message>
    <message>
        <source>Do not hear this person</source>
        <translation>No oír a esta persona</translation>
    </message>
    <message>
        <source>Ignore this person: no voice, chat or emotes</source>
        <translation>Ignorar a esta persona: ni voz, ni chat, ni gestos</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Address of the room</source>
        <translation>Dirección de la sala</translation>
    </message>
    <message>
        <source>name.dcl.eth, https://realm or ws-room:wss://host/rooms/name</source>
        <translation>nombre.dcl.eth, https://realm o ws-room:wss://servidor/rooms/nombre</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Where you have been</source>
        <translation>Dónde has estado</translation>
    </message>
    <message>
        <source>Look for realms</source>
        <translation>Buscar realms</translation>
    </message>
    <message>
        <source>Ask which realms there are, and how many people are in each</source>
        <translation>Preguntar qué realms hay y cuánta gente hay en cada uno</translation>
    </message>
</context>
<context>
    <name>RecentPlaces</name>
    <message>
        <source>%1 at %2</source>
        <comment>a room and its server</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>a simulated room</source>
        <translation>una sala simulada</translation>
    </message>
    <message>
        <source>an offline room</source>
        <translation>una sala sin conexión</translation>
    </message>
</context>
<context>
    <name>PlacesPopup</name>
    <message>
        <source>The embedded room</source>
        <translation>La sala integrada</translation>
    </message>
    <message>
        <source>Enter the room inside this program</source>
        <translation>Entrar en la sala de este programa</translation>
    </message>
    <message>
        <source>Look for realms</source>
        <translation>Buscar realms</translation>
    </message>
    <message>
        <source>Ask which realms there are, and how many people are in each</source>
        <translation>Preguntar qué realms hay y cuánta gente hay en cada uno</translation>
    </message>
    <message>
        <source>Allow unencrypted connections (ws://, http://)</source>
        <translation>Permitir conexiones sin cifrar (ws://, http://)</translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <extracomment>LTR, or RTL for a language that is written from right to left</extracomment>
        <translation>LTR</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <extracomment>a key</extracomment>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Shift</source>
        <extracomment>a key</extracomment>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Return</source>
        <extracomment>a key</extracomment>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>a key</extracomment>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>a key</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Home</source>
        <extracomment>a key</extracomment>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <extracomment>a key</extracomment>
        <translation>Fin</translation>
    </message>
</context>
<context>
    <name>RoomMap</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Walk with W, A, S, D or the arrows, run with Shift, hold %1 to talk</source>
        <translation>Camina con W, A, S, D o las flechas, corre con Mayús, mantén %1 para hablar</translation>
    </message>
    <message numerus="yes">
        <source>; %n people are in view</source>
        <translation>
            <numerusform>; se ve a %n persona</numerusform>
            <numerusform>; se ve a %n personas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomState</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 ms to the server and back</source>
        <translation>%1 ms de ida y vuelta al servidor</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) are here</source>
        <translation>
            <numerusform>Hay %n persona más</numerusform>
            <numerusform>Hay %n personas más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>Said to be %1.</source>
        <translation>Ha dicho ser %1.</translation>
    </message>
    <message>
        <source>%1 sent %2 bytes that are no archipelago packet; it is no archipelago, or a broken one.</source>
        <translation>%1 envió %2 bytes que no son un paquete de archipelago; no es un archipelago, o está roto.</translation>
    </message>
    <message>
        <source>The archipelago sent you away: you came in from elsewhere, or are banned.</source>
        <translation>El archipelago te echó: entraste desde otro sitio, o estás vetado.</translation>
    </message>
    <message>
        <source>%1 sent something else than %2; it is no archipelago, or a broken one.</source>
        <translation>%1 envió algo distinto de %2; no es un archipelago, o está roto.</translation>
    </message>
    <message>
        <source>a challenge</source>
        <translation>un reto</translation>
    </message>
    <message>
        <source>a welcome</source>
        <translation>una bienvenida</translation>
    </message>
    <message>
        <source>%1 sent text where an archipelago packet was due; it is no archipelago.</source>
        <translation>%1 envió texto donde tocaba un paquete de archipelago; no es un archipelago.</translation>
    </message>
    <message>
        <source>Asked for a signature; this address is there already, and will be sent away.</source>
        <translation>Pide una firma; esta dirección ya está ahí, y será expulsada.</translation>
    </message>
    <message>
        <source>Asked for a signature.</source>
        <translation>Pide una firma.</translation>
    </message>
    <message>
        <source>Signed with the ephemeral key.</source>
        <translation>Firmado con la clave efímera.</translation>
    </message>
    <message>
        <source>Let in; it names an island soon.</source>
        <translation>Dentro; pronto nombra una isla.</translation>
    </message>
    <message>
        <source>Moved to the island %1 with %2 people.</source>
        <translation>A la isla %1, con %2 personas.</translation>
    </message>
    <message>
        <source>The archipelago names the island %1 but no way there, as it does with those who are banned.</source>
        <translation>El archipelago nombra la isla %1 pero no el camino, como hace con quien está vetado.</translation>
    </message>
    <message>
        <source>The archipelago names an island where Islet cannot follow: %1</source>
        <translation>El archipelago nombra una isla a la que Islet no puede ir: %1</translation>
    </message>
    <message>
        <source>The island %1 cannot be reached: %2</source>
        <translation>No se puede llegar a la isla %1: %2</translation>
    </message>
    <message>
        <source>%1 took the connection but asked for no signature; perhaps it is no archipelago.</source>
        <translation>%1 aceptó la conexión pero no pidió una firma; quizá no es un archipelago.</translation>
    </message>
    <message>
        <source>%1 did not say whether the signature is good. Try again.</source>
        <translation>%1 no dijo si la firma vale. Prueba de nuevo.</translation>
    </message>
    <message>
        <source>%1 could not read what it was sent; perhaps it speaks another version of the protocol.</source>
        <translation>%1 no pudo leer lo que se le envió; quizá habla otra versión del protocolo.</translation>
    </message>
    <message>
        <source>%1 closed the connection %2. An archipelago does that when the address is banned, the key has expired or the clock is wrong: check the time, or try again.</source>
        <translation>%1 cerró la conexión %2. Un archipelago lo hace cuando la dirección está vetada, la clave ha caducado o el reloj va mal: comprueba la hora, o prueba de nuevo.</translation>
    </message>
    <message>
        <source>instead of asking for a signature</source>
        <translation>en vez de pedir una firma</translation>
    </message>
    <message>
        <source>while checking the signature</source>
        <translation>al comprobar la firma</translation>
    </message>
    <message>
        <source>Nothing was sent: you are in no room.</source>
        <translation>No se envió nada: no estás en ninguna sala.</translation>
    </message>
    <message>
        <source>%1 is no emote: write a name such as wave, or a URN.</source>
        <translation>%1 no es un gesto: escribe un nombre como wave, o un URN.</translation>
    </message>
    <message>
        <source>A scene message takes the scene&apos;s id and a text.</source>
        <translation>Un mensaje de escena lleva el id de la escena y un texto.</translation>
    </message>
    <message>
        <source>You left.</source>
        <translation>Has salido.</translation>
    </message>
    <message>
        <source>%1 answered with HTTP %2: there is no room at this address. Check the path.</source>
        <translation>%1 respondió con HTTP %2: no hay sala en esta dirección. Comprueba la ruta.</translation>
    </message>
    <message>
        <source>%1 answered, but is no WebSocket server. Check the address.</source>
        <translation>%1 respondió, pero no es un servidor WebSocket. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>The certificate of %1 is made out to another name; somebody else may be answering. Check the address; nothing was sent.</source>
        <translation>El certificado de %1 está a otro nombre; puede que responda otro. Comprueba la dirección; no se envió nada.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. Its owner must renew it, or the clock here is wrong; nothing was sent.</source>
        <translation>El certificado de %1 ha caducado. Su dueño debe renovarlo, o el reloj de aquí va mal; no se envió nada.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet. Check the clock here; nothing was sent.</source>
        <translation>El certificado de %1 aún no vale. Comprueba el reloj de aquí; no se envió nada.</translation>
    </message>
    <message>
        <source>The certificate of %1 is vouched for by nobody whom this system trusts. If it is your own, add its authority to the system&apos;s store; nothing was sent.</source>
        <translation>Nadie de confianza para este sistema avala el certificado de %1. Si es tuyo, añade su autoridad al almacén del sistema; no se envió nada.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not good (%2); nothing was sent.</source>
        <translation>El certificado de %1 no vale (%2); no se envió nada.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sin motivo</translation>
    </message>
    <message>
        <source>No secure connection to %1 came about: %2. Without encryption the address begins with %3.</source>
        <translation>No se logró una conexión segura con %1: %2. Sin cifrado la dirección empieza por %3.</translation>
    </message>
    <message>
        <source>Nobody listens at %1. Check the address, or start the server.</source>
        <translation>Nadie escucha en %1. Comprueba la dirección, o arranca el servidor.</translation>
    </message>
    <message>
        <source>There is no host %1. Check the address.</source>
        <translation>No existe el servidor %1. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>%1 took the connection and closed it at once. Perhaps it is no room server%2.</source>
        <translation>%1 aceptó la conexión y la cerró enseguida. Quizá no es un servidor de salas%2.</translation>
    </message>
    <message>
        <source>, or speaks without encryption (ws://)</source>
        <translation>, o habla sin cifrado (ws://)</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>No se llega a %1: %2.</translation>
    </message>
    <message>
        <source>%1 is no address of a realm or a login: write host and path, for example https://peer.example.org.</source>
        <translation>%1 no es la dirección de un realm ni de un acceso: escribe servidor y ruta, por ejemplo https://peer.example.org.</translation>
    </message>
    <message>
        <source>The address takes no user name or password; leave out what stands before the @.</source>
        <translation>La dirección no lleva usuario ni contraseña; quita lo que va antes de la @.</translation>
    </message>
    <message>
        <source>for example ws-room:wss://host/rooms/name</source>
        <translation>por ejemplo ws-room:wss://servidor/rooms/nombre</translation>
    </message>
    <message>
        <source>The connection string is empty; write protocol:address, %1.</source>
        <translation>La dirección de conexión está vacía; escribe protocolo:dirección, %1.</translation>
    </message>
    <message>
        <source>%1 is no connection string: there is no colon in it. Write protocol:address, %2.</source>
        <translation>%1 no es una dirección de conexión: no tiene dos puntos. Escribe protocolo:dirección, %2.</translation>
    </message>
    <message>
        <source>%1 is no connection string: %2 before the colon is no protocol name (a letter, then letters, digits and dashes).</source>
        <translation>%1 no es una dirección de conexión: %2, antes de los dos puntos, no es un nombre de protocolo (una letra y luego letras, cifras y guiones).</translation>
    </message>
    <message>
        <source>%1 is no link to a room; one begins with dcl-comms: and goes on with an address.</source>
        <translation>%1 no es un enlace a una sala; empieza por dcl-comms: y sigue con una dirección.</translation>
    </message>
    <message>
        <source>%1 is no address of a room: it must begin with ws:// or wss://.</source>
        <translation>%1 no es la dirección de una sala: debe empezar por ws:// o wss://.</translation>
    </message>
    <message>
        <source>%1 is no address of a room: write host and path, for example wss://host/rooms/name.</source>
        <translation>%1 no es la dirección de una sala: escribe servidor y ruta, por ejemplo wss://servidor/rooms/nombre.</translation>
    </message>
    <message>
        <source>The address of a room takes no user name or password; leave out what stands before the @.</source>
        <translation>La dirección de una sala no lleva usuario ni contraseña; quita lo que va antes de la @.</translation>
    </message>
    <message>
        <source>%1 did not answer. Check the address and the network.</source>
        <translation>%1 no respondió. Comprueba la dirección y la red.</translation>
    </message>
    <message>
        <source>%1 has an address.</source>
        <translation>%1 tiene dirección.</translation>
    </message>
    <message>
        <source>%1 port %2 took the connection.</source>
        <translation>%1, puerto %2, aceptó la conexión.</translation>
    </message>
    <message>
        <source>%1 with %2; the certificate is good.</source>
        <translation>%1 con %2; el certificado vale.</translation>
    </message>
    <message>
        <source>It is a WebSocket; the server chose no sub-protocol.</source>
        <translation>Es un WebSocket; el servidor no eligió subprotocolo.</translation>
    </message>
    <message>
        <source>It is a WebSocket that speaks %1.</source>
        <translation>Es un WebSocket que habla %1.</translation>
    </message>
    <message>
        <source>%1 does not read what is sent to it; the connection was given up.</source>
        <translation>%1 no lee lo que se le envía; se abandonó la conexión.</translation>
    </message>
    <message>
        <source>Nothing comes from %1 any more; the connection was lost.</source>
        <translation>Ya no llega nada de %1; se perdió la conexión.</translation>
    </message>
    <message>
        <source>%1 sent a message larger than %2 bytes, which no room does.</source>
        <translation>%1 envió un mensaje de más de %2 bytes, cosa que ninguna sala hace.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>Se perdió la conexión con %1.</translation>
    </message>
    <message>
        <source>Nobody listens at %1. Check the address, or try later.</source>
        <translation>Nadie escucha en %1. Comprueba la dirección, o prueba más tarde.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer. Try again%2.</source>
        <translation>%1 cerró la conexión sin responder. Prueba de nuevo%2.</translation>
    </message>
    <message>
        <source>; perhaps it speaks without encryption (http://)</source>
        <translation>; quizá habla sin cifrado (http://)</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check the address and the network, or try later.</source>
        <translation>%1 no respondió a tiempo. Comprueba la dirección y la red, o prueba más tarde.</translation>
    </message>
    <message>
        <source>%1 broke off in the middle of its answer. Try again.</source>
        <translation>%1 se cortó a mitad de la respuesta. Prueba de nuevo.</translation>
    </message>
    <message>
        <source>%1 answered with more than %2 bytes, which is no answer to this. Check the address.</source>
        <translation>%1 respondió con más de %2 bytes, y eso no es una respuesta a esto. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>%1 answered, but not as a web server does. Check the address.</source>
        <translation>%1 respondió, pero no como un servidor web. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>%1 sends one on to %2, which is not followed. If you trust it, enter that address.</source>
        <translation>%1 remite a %2, y eso no se sigue. Si te fías, entra en esa dirección.</translation>
    </message>
    <message>
        <source>%1 would be spoken to without encryption, where everybody on the way can read and change what is said. Write %2, or allow unencrypted connections.</source>
        <translation>Con %1 se hablaría sin cifrar, y cualquiera en el camino puede leer y cambiar lo que se dice. Escribe %2, o permite conexiones sin cifrar.</translation>
    </message>
    <message>
        <source>There is nothing to send: the line is empty.</source>
        <translation>No hay nada que enviar: la línea está vacía.</translation>
    </message>
    <message>
        <source>The line is too long by %1 bytes: at most %2 are sent. Cut it in two.</source>
        <translation>A la línea le sobran %1 bytes: se envían como mucho %2. Pártela en dos.</translation>
    </message>
    <message>
        <source>This is no place to stand: x and z are at most 100000 m from the middle, y is from -1000 to 10000 m.</source>
        <translation>Ahí no se puede estar: x y z están como mucho a 100000 m del centro, y va de -1000 a 10000 m.</translation>
    </message>
    <message>
        <source>The name is empty: write at least one character that shows.</source>
        <translation>El nombre está vacío: escribe al menos un carácter visible.</translation>
    </message>
    <message>
        <source>The name is too long by %1: it takes at most %2 characters.</source>
        <translation>Al nombre le sobran %1: lleva como mucho %2 caracteres.</translation>
    </message>
    <message>
        <source>Nobody was asked for a profile: you are in no room.</source>
        <translation>No se pidió el perfil a nadie: no estás en ninguna sala.</translation>
    </message>
    <message>
        <source>%1 answered with a web page, not with the description of a realm. Check the address.</source>
        <translation>%1 respondió con una página web, no con la descripción de un realm. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>%1 answered with something else than the description of a realm. Check the address.</source>
        <translation>%1 respondió con algo que no es la descripción de un realm. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>The realm %1 names comms that cannot be reached: %2</source>
        <translation>El realm %1 nombra unas comms a las que no se llega: %2</translation>
    </message>
    <message>
        <source>Asked %1 where its comms are.</source>
        <translation>Preguntado a %1 dónde están sus comms.</translation>
    </message>
    <message>
        <source>%1 answered with HTTP %2: there is no realm at this address. Check its name.</source>
        <translation>%1 respondió con HTTP %2: no hay realm en esta dirección. Comprueba su nombre.</translation>
    </message>
    <message>
        <source>The realm %1 is not available now. Try again later.</source>
        <translation>El realm %1 no está disponible ahora. Prueba más tarde.</translation>
    </message>
    <message>
        <source>The realm %1 takes nobody in at the moment; it is full or closing. Try again later.</source>
        <translation>El realm %1 no deja entrar a nadie ahora; está lleno o cerrando. Prueba más tarde.</translation>
    </message>
    <message>
        <source>The realm %1 says that it is not well now. Try again later.</source>
        <translation>El realm %1 dice que no está bien ahora. Prueba más tarde.</translation>
    </message>
    <message>
        <source>Its comms are %1.</source>
        <translation>Sus comms son %1.</translation>
    </message>
    <message>
        <source>It names no comms, so nobody else can be met there: you are alone.</source>
        <translation>No nombra comms, así que ahí no se ve a nadie más: estás a solas.</translation>
    </message>
    <message>
        <source>The realm %1 cannot be entered: %2</source>
        <translation>En el realm %1 no se puede entrar: %2</translation>
    </message>
    <message>
        <source>Nothing was sent: you are between two rooms. Try again.</source>
        <translation>No se envió nada: estás entre dos salas. Prueba de nuevo.</translation>
    </message>
    <message>
        <source>%1 leads back to this machine, and only what is here may do that.</source>
        <translation>%1 lleva de vuelta a este equipo, y eso solo puede hacerlo lo que está aquí.</translation>
    </message>
    <message>
        <source>Asked %1 to be let in as %2, with a signature.</source>
        <translation>Pedido a %1 entrar como %2, con una firma.</translation>
    </message>
    <message>
        <source>%1 lets you in, but to where Islet cannot follow: %2</source>
        <translation>%1 te deja entrar, pero a donde Islet no puede ir: %2</translation>
    </message>
    <message>
        <source>%1 does not let you in: %2</source>
        <translation>%1 no te deja entrar: %2</translation>
    </message>
    <message>
        <source>%1 answered with a web page (HTTP %2); it is no login</source>
        <translation>%1 respondió con una página web (HTTP %2); no es un acceso</translation>
    </message>
    <message>
        <source>%1 does not let you in and gives no reason (HTTP %2)</source>
        <translation>%1 no te deja entrar y no dice por qué (HTTP %2)</translation>
    </message>
    <message>
        <source>. The clock here is %1 seconds %2; set it, and try again</source>
        <translation>. El reloj de aquí va %1 segundos %2; ponlo en hora y prueba de nuevo</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>atrasado</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>adelantado</translation>
    </message>
    <message>
        <source>The simulator cannot take %1 for %2: it takes %3.</source>
        <translation>El simulador no acepta %1 para %2: acepta %3.</translation>
    </message>
    <message>
        <source>a %1 from %2 to %3%4</source>
        <translation>un %1 de %2 a %3%4</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>número entero</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>circle, wander or crowd</source>
        <translation>circle, wander o crowd</translation>
    </message>
    <message>
        <source>The simulator has no option %1; it has peers, seed, speed, spread, walk, chat, talk, loss, latency, jitter and churn.</source>
        <translation>El simulador no tiene la opción %1; tiene peers, seed, speed, spread, walk, chat, talk, loss, latency, jitter y churn.</translation>
    </message>
    <message>
        <source>The simulator&apos;s option %1 is there twice; give it once.</source>
        <translation>La opción %1 del simulador está dos veces; dala una sola vez.</translation>
    </message>
    <message>
        <source>The way leads in a circle: %1 sends one to %2 again.</source>
        <translation>El camino da vueltas: %1 envía otra vez a %2.</translation>
    </message>
    <message>
        <source>Only a person may name a %1, and %2 is none.</source>
        <translation>Solo una persona puede nombrar un %1, y %2 no lo es.</translation>
    </message>
    <message>
        <source>Islet does not speak %1 yet; it speaks %2.</source>
        <translation>Islet aún no habla %1; habla %2.</translation>
    </message>
    <message>
        <source>nobody else is there</source>
        <translation>no hay nadie más</translation>
    </message>
    <message>
        <source>one other is there</source>
        <translation>hay otra persona</translation>
    </message>
    <message>
        <source>%1 others are there</source>
        <translation>hay otras %1 personas</translation>
    </message>
    <message>
        <source>Nothing was sent: the message has %1 bytes, and a room takes at most %2 at once.</source>
        <translation>No se envió nada: el mensaje tiene %1 bytes, y una sala acepta como mucho %2 de una vez.</translation>
    </message>
    <message>
        <source>Nothing was sent: the room does not read any more.</source>
        <translation>No se envió nada: la sala ya no lee.</translation>
    </message>
    <message>
        <source>%1 sent %2 bytes that are no ws-room packet; it is no room server, or a broken one.</source>
        <translation>%1 envió %2 bytes que no son un paquete de ws-room; no es un servidor de salas, o está roto.</translation>
    </message>
    <message>
        <source>The room sent you away and gave no reason.</source>
        <translation>La sala te echó sin dar motivo.</translation>
    </message>
    <message>
        <source>The room sent you away: %1.</source>
        <translation>La sala te echó: %1.</translation>
    </message>
    <message>
        <source>%1 sent something else than %2; it is no room server, or a broken one.</source>
        <translation>%1 envió algo distinto de %2; no es un servidor de salas, o está roto.</translation>
    </message>
    <message>
        <source>Asked for a signature; this address is in a room there already, and will be sent away.</source>
        <translation>Pide una firma; esta dirección ya está en una sala de ahí, y será expulsada.</translation>
    </message>
    <message>
        <source>%1 says that %2 peers are in the room; more than %3 are not believed.</source>
        <translation>%1 dice que hay %2 peers en la sala; más de %3 no se creen.</translation>
    </message>
    <message>
        <source>Let in; %1.</source>
        <translation>Dentro; %1.</translation>
    </message>
    <message>
        <source>Let in without proof; %1, and nobody&apos;s address is proven.</source>
        <translation>Dentro sin prueba; %1, y la dirección de nadie está probada.</translation>
    </message>
    <message>
        <source>%1 sent text where a ws-room packet was due; it is no room server.</source>
        <translation>%1 envió texto donde tocaba un paquete de ws-room; no es un servidor de salas.</translation>
    </message>
    <message>
        <source>%1 took the connection but asked for no signature; perhaps it is no room server.</source>
        <translation>%1 aceptó la conexión pero no pidió una firma; quizá no es un servidor de salas.</translation>
    </message>
    <message>
        <source>%1 closed the connection before it asked for a signature; perhaps it refuses this address, or waited longer than the second that room servers give.</source>
        <translation>%1 cerró la conexión antes de pedir una firma; quizá rechaza esta dirección, o esperó más del segundo que dan los servidores de salas.</translation>
    </message>
    <message>
        <source>%1 closed the connection while checking the signature. A room does that when the clock is wrong, the key has expired or the address is banned: check the time, or try again.</source>
        <translation>%1 cerró la conexión al comprobar la firma. Una sala lo hace cuando el reloj va mal, la clave ha caducado o la dirección está vetada: comprueba la hora, o prueba de nuevo.</translation>
    </message>
    <message>
        <source>%1 is not an address: an address is 0x and 40 hexadecimal digits.</source>
        <translation>%1 no es una dirección: una dirección es 0x y 40 cifras hexadecimales.</translation>
    </message>
    <message>
        <source>The identity has %1 bytes; at most %2 are read.</source>
        <translation>La identidad tiene %1 bytes; se leen como mucho %2.</translation>
    </message>
    <message>
        <source>The identity is not JSON: %1 at byte %2.</source>
        <translation>La identidad no es JSON: %1 en el byte %2.</translation>
    </message>
    <message>
        <source>The identity is not a JSON object with ephemeralIdentity, expiration and authChain.</source>
        <translation>La identidad no es un objeto JSON con ephemeralIdentity, expiration y authChain.</translation>
    </message>
    <message>
        <source>The identity has no ephemeralIdentity with an address and a privateKey.</source>
        <translation>La identidad no tiene ephemeralIdentity con address y privateKey.</translation>
    </message>
    <message>
        <source>The ephemeral key of the identity: %1</source>
        <translation>La clave efímera de la identidad: %1</translation>
    </message>
    <message>
        <source>The ephemeral key of the identity is not the key of its ephemeral address.</source>
        <translation>La clave efímera de la identidad no es la de su dirección efímera.</translation>
    </message>
    <message>
        <source>The authChain of the identity is not an array of links with type, payload and signature.</source>
        <translation>La authChain de la identidad no es una lista de eslabones con type, payload y signature.</translation>
    </message>
    <message>
        <source>The authChain of an identity has two links: SIGNER, and ECDSA_EPHEMERAL.</source>
        <translation>La authChain de una identidad tiene dos eslabones: SIGNER y ECDSA_EPHEMERAL.</translation>
    </message>
    <message>
        <source>The expiration of the identity is not an ISO 8601 time.</source>
        <translation>La caducidad de la identidad no es una hora ISO 8601.</translation>
    </message>
    <message>
        <source>The expiration of the identity is not the one that its owner signed.</source>
        <translation>La caducidad de la identidad no es la que firmó su dueño.</translation>
    </message>
    <message>
        <source>The identity expired at %1; sign in again where it comes from, or set the clock.</source>
        <translation>La identidad caducó el %1; vuelve a identificarte donde la obtuviste, o pon el reloj en hora.</translation>
    </message>
    <message>
        <source>The first link of the identity&apos;s authChain does not hold the address of its owner.</source>
        <translation>El primer eslabón de la authChain de la identidad no tiene la dirección de su dueño.</translation>
    </message>
    <message>
        <source>The second link of the identity&apos;s authChain does not lend a key until some time.</source>
        <translation>El segundo eslabón de la authChain de la identidad no presta una clave hasta una hora.</translation>
    </message>
    <message>
        <source>The second link of the identity&apos;s authChain lends another key than the one beside it.</source>
        <translation>El segundo eslabón de la authChain de la identidad presta otra clave que la que está al lado.</translation>
    </message>
    <message>
        <source>The second link of the identity&apos;s authChain is not signed by its owner.</source>
        <translation>El segundo eslabón de la authChain de la identidad no está firmado por su dueño.</translation>
    </message>
    <message>
        <source>The server asked for a signature of %1, which is not a challenge; nothing was signed.</source>
        <translation>El servidor pidió firmar %1, que no es un reto; no se firmó nada.</translation>
    </message>
    <message>
        <source>%1 is no name for a file of the identities.</source>
        <translation>%1 no es un nombre para un archivo de las identidades.</translation>
    </message>
    <message>
        <source>The folder %1 for identities cannot be made, or not yours alone; see who owns it.</source>
        <translation>La carpeta %1 de las identidades no se puede crear, o no solo para ti; mira de quién es.</translation>
    </message>
    <message>
        <source>The file %1 is not there.</source>
        <translation>El archivo %1 no está.</translation>
    </message>
    <message>
        <source>Others may write in the folder %1; make it yours alone (chmod 700), and see that its files are still your own.</source>
        <translation>Otros pueden escribir en la carpeta %1; haz que sea solo tuya (chmod 700), y mira que sus archivos sigan siendo los tuyos.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>El archivo %1 no se puede leer: %2.</translation>
    </message>
    <message>
        <source>Others may read the file %1; make it yours alone (chmod 600), or take another identity, as somebody may know this one.</source>
        <translation>Otros pueden leer el archivo %1; haz que sea solo tuyo (chmod 600), o toma otra identidad, pues alguien puede conocer esta.</translation>
    </message>
    <message>
        <source>The file %1 has more than %2 bytes; it is no identity.</source>
        <translation>El archivo %1 tiene más de %2 bytes; no es una identidad.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>El archivo %1 no se puede escribir: %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be removed: %2.</source>
        <translation>El archivo %1 no se puede borrar: %2.</translation>
    </message>
    <message>
        <source>A name has 1 to %1 characters; this one has %2.</source>
        <translation>Un nombre tiene de 1 a %1 caracteres; este tiene %2.</translation>
    </message>
    <message>
        <source>The name %1 holds a character that cannot be seen; take another.</source>
        <translation>El nombre %1 tiene un carácter que no se ve; toma otro.</translation>
    </message>
    <message>
        <source>There is no identity %1.</source>
        <translation>No hay ninguna identidad %1.</translation>
    </message>
    <message>
        <source>The list of identities cannot be kept in the settings %1; see whether the disk is full.</source>
        <translation>La lista de identidades no se puede guardar en los ajustes %1; mira si el disco está lleno.</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>llavero</translation>
    </message>
    <message>
        <source>folder of identities</source>
        <translation>carpeta de identidades</translation>
    </message>
    <message>
        <source>The secret of %1 is no longer in the %2; import it from a backup under another name, or remove it.</source>
        <translation>El secreto de %1 ya no está en: %2; impórtalo de una copia con otro nombre, o quítalo.</translation>
    </message>
    <message>
        <source>The identity %1 is kept, but cannot be had now: %2</source>
        <translation>La identidad %1 está guardada, pero ahora no se puede usar: %2</translation>
    </message>
    <message>
        <source>The backup %1 cannot be made: %2; take the name of a file that is not there yet.</source>
        <translation>La copia %1 no se puede crear: %2; toma el nombre de un archivo que aún no exista.</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>no tiene nombre</translation>
    </message>
    <message>
        <source>The backup %1 cannot be written: %2.</source>
        <translation>La copia %1 no se puede escribir: %2.</translation>
    </message>
    <message>
        <source>There is an identity %1 already; take another name, or remove that one first.</source>
        <translation>Ya hay una identidad %1; toma otro nombre, o quita antes esa.</translation>
    </message>
    <message>
        <source>There are %1 identities, and no more are kept; remove one first.</source>
        <translation>Hay %1 identidades, y no se guardan más; quita antes una.</translation>
    </message>
    <message>
        <source>The identity %1 is not kept: %2</source>
        <translation>La identidad %1 no se guarda: %2</translation>
    </message>
    <message>
        <source>What the %1 holds for %2 is the secret of somebody else; remove it, and import a backup.</source>
        <translation>Lo que hay (%1) para %2 es el secreto de otra persona; quítalo, e importa una copia.</translation>
    </message>
    <message>
        <source>%1 is not removed: %2</source>
        <translation>%1 no se quita: %2</translation>
    </message>
    <message>
        <source>There is an identity %1 already.</source>
        <translation>Ya hay una identidad %1.</translation>
    </message>
    <message>
        <source>The keychain of this desktop does not hold it.</source>
        <translation>El llavero de este escritorio no lo tiene.</translation>
    </message>
    <message>
        <source>The keychain of this desktop denied access; unlock it, and allow Islet to use it.</source>
        <translation>El llavero de este escritorio negó el acceso; desbloquéalo, y permite que Islet lo use.</translation>
    </message>
    <message>
        <source>There is no keychain on this desktop.</source>
        <translation>No hay llavero en este escritorio.</translation>
    </message>
    <message>
        <source>The keychain of this desktop failed, it says: %1.</source>
        <translation>El llavero de este escritorio falló, y dice: %1.</translation>
    </message>
    <message>
        <source>The keychain of this desktop does not answer; unlock it, and try again.</source>
        <translation>El llavero de este escritorio no responde; desbloquéalo, y prueba de nuevo.</translation>
    </message>
    <message>
        <source>What the keychain holds is too long for an identity.</source>
        <translation>Lo que tiene el llavero es demasiado largo para una identidad.</translation>
    </message>
    <message>
        <source>A private key is 64 hexadecimal digits; this text has %1 characters or holds something else.</source>
        <translation>Una clave privada son 64 cifras hexadecimales; este texto tiene %1 caracteres o contiene otra cosa.</translation>
    </message>
    <message>
        <source>This number is no private key: it is zero or past the group order.</source>
        <translation>Este número no es una clave privada: es cero o pasa del orden del grupo.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read: %2.</source>
        <translation>El archivo de clave %1 no se puede leer: %2.</translation>
    </message>
    <message>
        <source>In the key file %1: %2</source>
        <translation>En el archivo de clave %1: %2</translation>
    </message>
    <message>
        <source>The file of the chat is damaged.</source>
        <translation>El archivo del chat está dañado.</translation>
    </message>
    <message>
        <source>The chat of this identity is kept by another window; this one keeps nothing.</source>
        <translation>El chat de esta identidad lo guarda otra ventana; esta no guarda nada.</translation>
    </message>
    <message>
        <source>%1: %2. Look whether the disk is full.</source>
        <translation>%1: %2. Mira si el disco está lleno.</translation>
    </message>
    <message>
        <source>The file of the chat cannot be used</source>
        <translation>No se puede usar el archivo del chat</translation>
    </message>
    <message>
        <source>The file of the chat cannot be read</source>
        <translation>No se puede leer el archivo del chat</translation>
    </message>
    <message>
        <source>The file %1 for the chat cannot be made; see who owns its folder.</source>
        <translation>No se puede crear el archivo %1 para el chat; mira de quién es su carpeta.</translation>
    </message>
    <message>
        <source>Qt&apos;s part for SQLite is missing, so the chat is not kept; install libqt6sql6-sqlite.</source>
        <translation>Falta la parte de Qt para SQLite, así que el chat no se guarda; instala libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>The file of the chat cannot be opened</source>
        <translation>No se puede abrir el archivo del chat</translation>
    </message>
    <message>
        <source>The file of the chat was written by a newer Islet; this one keeps nothing.</source>
        <translation>El archivo del chat lo escribió un Islet más nuevo; este no guarda nada.</translation>
    </message>
    <message>
        <source>The file of the chat numbers its lines as Islet never would.</source>
        <translation>El archivo del chat numera sus líneas como Islet nunca lo haría.</translation>
    </message>
    <message>
        <source>The chat cannot be kept</source>
        <translation>No se puede guardar el chat</translation>
    </message>
    <message>
        <source>The chat of before cannot be read</source>
        <translation>No se puede leer el chat anterior</translation>
    </message>
    <message>
        <source>The chat of before cannot be searched</source>
        <translation>No se puede buscar en el chat anterior</translation>
    </message>
    <message>
        <source>The address has %1 characters; at most %2 are read.</source>
        <translation>La dirección tiene %1 caracteres; se leen como mucho %2.</translation>
    </message>
    <message>
        <source>Write a world&apos;s name (name.dcl.eth), a realm (https://…) or a room (ws-room:wss://…).</source>
        <translation>Escribe el nombre de un mundo (nombre.dcl.eth), un realm (https://…) o una sala (ws-room:wss://…).</translation>
    </message>
    <message>
        <source>The address is empty. %1</source>
        <translation>La dirección está vacía. %1</translation>
    </message>
    <message>
        <source>There is no room called %1. %2</source>
        <translation>No hay ninguna sala llamada %1. %2</translation>
    </message>
</context>
<context>
    <name>SettingsChat</name>
    <message>
        <source>When I look elsewhere</source>
        <translation>Cuando miro otra cosa</translation>
    </message>
    <message>
        <source>Show a note on the desktop when somebody writes</source>
        <translation>Mostrar un aviso en el escritorio cuando alguien escribe</translation>
    </message>
    <message>
        <source>The note shows the line, and who wrote it, to whoever sees the screen.</source>
        <translation>El aviso muestra la línea, y quién la escribió, a quien vea la pantalla.</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>Keep what is said</source>
        <translation>Guardar lo que se dice</translation>
    </message>
    <message>
        <source>It stays on this machine, apart for each identity; that of a guest of the moment is never kept.</source>
        <translation>Se queda en este equipo, aparte para cada identidad; lo de una visita de paso nunca se guarda.</translation>
    </message>
    <message>
        <source>Delete all …</source>
        <translation>Borrar todo…</translation>
    </message>
    <message>
        <source>Delete every line that was kept, of every identity</source>
        <translation>Borrar todas las líneas guardadas, de todas las identidades</translation>
    </message>
    <message>
        <source>Delete every line that was kept, of every identity? They cannot be brought back.</source>
        <translation>¿Borrar todas las líneas guardadas, de todas las identidades? No se pueden recuperar.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlas</translation>
    </message>
    <message>
        <source>Keep what was said</source>
        <translation>Conservar lo que se dijo</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Delete every line, now</source>
        <translation>Borrar todas las líneas, ya</translation>
    </message>
</context>
<context>
    <name>SettingsFace</name>
    <message>
        <source>My colour</source>
        <translation>Mi color</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>Settings cannot be kept: %1 is no folder that can be written to.</source>
        <translation>Los ajustes no se pueden guardar: en la carpeta %1 no se puede escribir.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read, and none are kept until that file is gone.</source>
        <translation>Los ajustes de %1 no se pueden leer, y no se guardará ninguno mientras ese archivo siga ahí.</translation>
    </message>
    <message>
        <source>The settings could not be read and begin anew; the old ones are in %1.</source>
        <translation>Los ajustes no se pudieron leer y empiezan de cero; los anteriores están en %1.</translation>
    </message>
</context>
<context>
    <name>SettingsLook</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Everything that moves</source>
        <translation>Todo lo que se mueve</translation>
    </message>
    <message>
        <source>Only what has to</source>
        <translation>Solo lo imprescindible</translation>
    </message>
    <message>
        <source>Size of text: %1 %</source>
        <translation>Tamaño del texto: %1 %</translation>
    </message>
    <message>
        <source>Size of text, in percent</source>
        <translation>Tamaño del texto, en tanto por ciento</translation>
    </message>
</context>
<context>
    <name>SettingsMap</name>
    <message>
        <source>The ground</source>
        <translation>El suelo</translation>
    </message>
    <message>
        <source>Show pictures of the ground under the grid</source>
        <translation>Mostrar imágenes del suelo bajo la cuadrícula</translation>
    </message>
    <message>
        <source>An atlas server draws them. It learns which part of the map you look at, so nobody is asked unless you say so.</source>
        <translation>Las dibuja un servidor de atlas. Se entera de qué parte del mapa miras, así que no se pide nada a nadie si tú no lo dices.</translation>
    </message>
    <message>
        <source>With high contrast there are none.</source>
        <translation>Con alto contraste no hay ninguna.</translation>
    </message>
    <message>
        <source>They come from</source>
        <translation>Vienen de</translation>
    </message>
    <message>
        <source>Address of an atlas server; empty for none</source>
        <translation>Dirección de un servidor de atlas; vacía, ninguno</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>The atlas server that Decentraland keeps</source>
        <translation>El servidor de atlas que mantiene Decentraland</translation>
    </message>
    <message>
        <source>Delete kept pictures</source>
        <translation>Borrar las imágenes guardadas</translation>
    </message>
    <message>
        <source>Delete the pictures of the ground that are kept on this machine</source>
        <translation>Borrar las imágenes del suelo guardadas en este equipo</translation>
    </message>
</context>
<context>
    <name>SettingsPages</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
</context>
<context>
    <name>SettingsPlaces</name>
    <message>
        <source>The list of realms comes from</source>
        <translation>La lista de realms viene de</translation>
    </message>
    <message>
        <source>Address of a list of realms</source>
        <translation>Dirección de una lista de realms</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>The list that Decentraland keeps</source>
        <translation>La lista que mantiene Decentraland</translation>
    </message>
    <message>
        <source>Where I have been</source>
        <translation>Dónde he estado</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are kept, the latest first.</source>
        <translation>
            <numerusform>Se guarda %n lugar.</numerusform>
            <numerusform>Se guardan %n lugares, el último primero.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Olvidarlos</translation>
    </message>
    <message>
        <source>Forget where I have been</source>
        <translation>Olvidar dónde he estado</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Allow unencrypted connections (ws://, http://)</source>
        <translation>Permitir conexiones sin cifrar (ws://, http://)</translation>
    </message>
    <message>
        <source>Everybody on the way can then read and change what is said. On this machine they are always allowed.</source>
        <translation>Cualquiera en el camino puede entonces leer y cambiar lo que se dice. Dentro de este equipo siempre se permiten.</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
</context>
<context>
    <name>SideTabBar</name>
    <message numerus="yes">
        <source>%n unread lines</source>
        <translation>
            <numerusform>%n línea sin leer</numerusform>
            <numerusform>%n líneas sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>People or chat</source>
        <translation>Gente o chat</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Gente</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Chat (%1)</source>
        <translation>Chat (%1)</translation>
    </message>
</context>
<context>
    <name>SoundCueSettings</name>
    <message>
        <source>Small sounds</source>
        <translation>Sonidos breves</translation>
    </message>
    <message>
        <source>Play a small sound when something happens</source>
        <translation>Tocar un sonido breve cuando pasa algo</translation>
    </message>
    <message>
        <source>Somebody comes or goes (up to 20 people)</source>
        <translation>Alguien llega o se va (hasta 20 personas)</translation>
    </message>
    <message>
        <source>Somebody writes while I do not look</source>
        <translation>Alguien escribe mientras no miro</translation>
    </message>
    <message>
        <source>My key to talk opens and closes the microphone</source>
        <translation>Mi tecla para hablar abre y cierra el micrófono</translation>
    </message>
</context>
<context>
    <name>SpeechBars</name>
    <message>
        <source>talking</source>
        <translation>hablando</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>I am %1: name, colour and identity</source>
        <translation>Soy %1: nombre, color e identidad</translation>
    </message>
    <message>
        <source>I am %1</source>
        <translation>Soy %1</translation>
    </message>
    <message>
        <source>parcel %1</source>
        <translation>parcela %1</translation>
    </message>
</context>
<context>
    <name>VoiceBar</name>
    <message>
        <source>Talking: press to stop</source>
        <translation>Hablas: pulsa para parar</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Hablas</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>Mantén para hablar</translation>
    </message>
    <message>
        <source>Hold to talk (%1); two short taps keep it on</source>
        <translation>Mantén para hablar (%1); dos toques cortos lo dejan abierto</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Lo que sale</translation>
    </message>
    <message>
        <source>You are muted: nobody hears you.</source>
        <translation>Estás en silencio: nadie te oye.</translation>
    </message>
    <message>
        <source>Nothing goes out: the way is blocked.</source>
        <translation>No sale nada: la conexión está atascada.</translation>
    </message>
    <message>
        <source>You hear yourself.</source>
        <translation>Te oyes a ti.</translation>
    </message>
    <message>
        <source>Your voice goes out.</source>
        <translation>Tu voz sale.</translation>
    </message>
    <message>
        <source>You hear nobody.</source>
        <translation>No oyes a nadie.</translation>
    </message>
    <message numerus="yes">
        <source>%n in earshot</source>
        <translation>
            <numerusform>%n persona te puede oír</numerusform>
            <numerusform>%n personas te pueden oír</numerusform>
        </translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>En silencio</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Mute my microphone (Ctrl+M)</source>
        <translation>Silenciar mi micrófono (Ctrl+M)</translation>
    </message>
    <message>
        <source>Deafened</source>
        <translation>Sin oír</translation>
    </message>
    <message>
        <source>Deafen</source>
        <translation>No oír</translation>
    </message>
    <message>
        <source>Hear nobody (Ctrl+D)</source>
        <translation>No oír a nadie (Ctrl+D)</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Check my sound</source>
        <translation>Probar mi sonido</translation>
    </message>
    <message>
        <source>Microphone, loudspeaker and keys</source>
        <translation>Micrófono, altavoz y teclas</translation>
    </message>
</context>
<context>
    <name>VoiceDevices</name>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Loudness of the microphone</source>
        <translation>Volumen del micrófono</translation>
    </message>
    <message>
        <source>Say something: the bar moves when the microphone works.</source>
        <translation>Di algo: la barra se mueve si el micrófono funciona.</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Play two notes</source>
        <translation>Tocar dos notas</translation>
    </message>
    <message>
        <source>Hear whether the loudspeaker works</source>
        <translation>Oír si el altavoz funciona</translation>
    </message>
    <message>
        <source>Hear myself</source>
        <translation>Oírme</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Hear what others would hear</source>
        <translation>Oír lo que oirían los demás</translation>
    </message>
    <message>
        <source>My voice goes the whole way and comes back to me, not into the room</source>
        <translation>Mi voz hace todo el camino y vuelve a mí, no a la sala</translation>
    </message>
    <message>
        <source>with %1 % of it lost</source>
        <translation>con un %1 % perdido</translation>
    </message>
    <message>
        <source>Lost packets, in percent</source>
        <translation>Paquetes perdidos, en tanto por ciento</translation>
    </message>
    <message>
        <source>and up to %1 ms late</source>
        <translation>y hasta %1 ms de retraso</translation>
    </message>
    <message>
        <source>Lateness of packets, in milliseconds</source>
        <translation>Retraso de los paquetes, en milisegundos</translation>
    </message>
</context>
<context>
    <name>VoiceHabits</name>
    <message>
        <source>To talk</source>
        <translation>Para hablar</translation>
    </message>
    <message>
        <source>Press the key (Esc: leave it)</source>
        <translation>Pulsa la tecla (Esc: dejarla como está)</translation>
    </message>
    <message>
        <source>hold %1</source>
        <translation>mantén %1</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Otra tecla</translation>
    </message>
    <message>
        <source>Choose the key that is held to talk</source>
        <translation>Elige la tecla que se mantiene para hablar</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>T and Space</source>
        <translation>T y Espacio</translation>
    </message>
    <message>
        <source>or just speak: the voice opens the microphone</source>
        <translation>o solo habla: la voz abre el micrófono</translation>
    </message>
    <message>
        <source>when it is %1 dB louder than the room</source>
        <translation>cuando supera en %1 dB a la habitación</translation>
    </message>
    <message>
        <source>How much louder than the room a voice must be, in decibels</source>
        <translation>Cuánto debe superar la voz a la habitación, en decibelios</translation>
    </message>
    <message>
        <source>My voice</source>
        <translation>Mi voz</translation>
    </message>
    <message>
        <source>Take out the echo of my loudspeaker</source>
        <translation>Quitar el eco de mi altavoz</translation>
    </message>
    <message>
        <source>Take out noise</source>
        <translation>Quitar el ruido</translation>
    </message>
    <message>
        <source>Even out loudness</source>
        <translation>Igualar el volumen</translation>
    </message>
    <message>
        <source>How distance is heard</source>
        <translation>Cómo se oye la distancia</translation>
    </message>
    <message>
        <source>Far: half as loud at twice the distance</source>
        <translation>Lejos: la mitad de fuerte al doble de distancia</translation>
    </message>
    <message>
        <source>Near: up to 16 m, and no further</source>
        <translation>Cerca: hasta 16 m y no más</translation>
    </message>
    <message>
        <source>Not at all: everybody alike</source>
        <translation>No se oye: todos igual</translation>
    </message>
</context>
<context>
    <name>WelcomeSteps</name>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién eres?</translation>
    </message>
    <message>
        <source>Can you be heard?</source>
        <translation>¿Se te oye?</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>¿Adónde?</translation>
    </message>
    <message>
        <source>Others see your name and your colour, and always the address %1, which nobody else can have.</source>
        <translation>Los demás ven tu nombre y tu color, y siempre la dirección %1, que nadie más puede tener.</translation>
    </message>
    <message>
        <source>Say something and watch the bar. You talk only while you hold %1.</source>
        <translation>Di algo y mira la barra. Solo hablas mientras mantienes %1.</translation>
    </message>
    <message>
        <source>A room shows who is near on a map. Walk with W, A, S and D; Ctrl+K finds everything else.</source>
        <translation>Una sala muestra en un mapa quién está cerca. Camina con W, A, S y D; Ctrl+K encuentra todo lo demás.</translation>
    </message>
    <message>
        <source>Step %1 of 3</source>
        <translation>Paso %1 de 3</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>El paso anterior</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Mirar primero</translation>
    </message>
    <message>
        <source>Leave this as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>Enter no room yet</source>
        <translation>No entrar aún en ninguna sala</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Enter the embedded room</source>
        <translation>Entrar en la sala integrada</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>El paso siguiente</translation>
    </message>
    <message>
        <source>Enter the room inside this program</source>
        <translation>Entrar en la sala de este programa</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Going</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>Write where to go</source>
        <translation>Escribir adónde ir</translation>
    </message>
    <message>
        <source>Places and realms</source>
        <translation>Lugares y realms</translation>
    </message>
    <message>
        <source>Enter the embedded room</source>
        <translation>Entrar en la sala integrada</translation>
    </message>
    <message>
        <source>Try again, now</source>
        <translation>Reintentar ya</translation>
    </message>
    <message>
        <source>Leave the room</source>
        <translation>Salir de la sala</translation>
    </message>
    <message>
        <source>How getting in went, step by step</source>
        <translation>Cómo fue la entrada, paso a paso</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Hold to talk; two short taps keep it on</source>
        <translation>Mantener para hablar; dos toques cortos lo dejan abierto</translation>
    </message>
    <message>
        <source>Mute my microphone, or not</source>
        <translation>Silenciar mi micrófono, o no</translation>
    </message>
    <message>
        <source>Hear nobody, or everybody</source>
        <translation>No oír a nadie, u oír a todos</translation>
    </message>
    <message>
        <source>Chat and people</source>
        <translation>Chat y gente</translation>
    </message>
    <message>
        <source>Write to everybody</source>
        <translation>Escribir a todos</translation>
    </message>
    <message>
        <source>Find what was said</source>
        <translation>Buscar lo que se dijo</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>Buscar a alguien</translation>
    </message>
    <message>
        <source>Wave, dance, clap</source>
        <translation>Saludar, bailar, aplaudir</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Do anything by its name</source>
        <translation>Hacer cualquier cosa por su nombre</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Show or hide people and chat</source>
        <translation>Mostrar u ocultar gente y chat</translation>
    </message>
    <message>
        <source>Full screen, or not</source>
        <translation>Pantalla completa, o no</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Cerrar Islet</translation>
    </message>
    <message>
        <source>address enter place url</source>
        <translation>dirección entrar lugar url</translation>
    </message>
    <message>
        <source>worlds rooms history</source>
        <translation>mundos salas historial</translation>
    </message>
    <message>
        <source>residents demo local offline</source>
        <translation>residentes demo local sin conexión</translation>
    </message>
    <message>
        <source>reconnect retry</source>
        <translation>reconectar otra vez</translation>
    </message>
    <message>
        <source>exit disconnect go away</source>
        <translation>desconectar irse marcharse</translation>
    </message>
    <message>
        <source>handshake connection log</source>
        <translation>conexión registro pasos</translation>
    </message>
    <message>
        <source>unmute mic silence</source>
        <translation>activar micro silencio</translation>
    </message>
    <message>
        <source>deafen sound silence</source>
        <translation>ensordecer sonido silencio</translation>
    </message>
    <message>
        <source>search chat history</source>
        <translation>buscar chat historial</translation>
    </message>
    <message>
        <source>search people list</source>
        <translation>buscar gente lista</translation>
    </message>
    <message>
        <source>emotes gestures</source>
        <translation>emotes gestos</translation>
    </message>
    <message>
        <source>Mute somebody, or not</source>
        <translation>Silenciar a alguien, o no</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M in the list</source>
        <translation>Ctrl+Shift+M en la lista</translation>
    </message>
    <message>
        <source>Ignore somebody, or not</source>
        <translation>Ignorar a alguien, o no</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I in the list</source>
        <translation>Ctrl+Shift+I en la lista</translation>
    </message>
    <message>
        <source>keys keyboard help</source>
        <translation>teclas teclado ayuda</translation>
    </message>
    <message>
        <source>preferences options</source>
        <translation>preferencias opciones configuración</translation>
    </message>
    <message>
        <source>column sidebar fold</source>
        <translation>columna barra plegar</translation>
    </message>
    <message>
        <source>exit close end</source>
        <translation>cerrar terminar</translation>
    </message>
</context>
<context>
    <name>islet::DBusNotifier</name>
    <message>
        <source>Open Islet</source>
        <translation>Abrir Islet</translation>
    </message>
</context>
<context>
    <name>islet::ChatDraft</name>
    <message>
        <source>Some explorers cut a line after %1 bytes: this one has %2.</source>
        <translation>Algunos exploradores cortan la línea tras %1 bytes: esta tiene %2.</translation>
    </message>
    <message>
        <source>After %1 lines the rest goes on in the last of them.</source>
        <translation>Después de %1 líneas el resto sigue en la última de ellas.</translation>
    </message>
</context>
<context>
    <name>islet::ChatHistory</name>
    <message>
        <source>What was said before cannot be read. It was put aside as %1.</source>
        <translation>Lo que se dijo antes no se puede leer. Se apartó como %1.</translation>
    </message>
    <message>
        <source>Some of the chat could not be deleted. Look into the folder %1.</source>
        <translation>Parte del chat no se pudo borrar. Mira en la carpeta %1.</translation>
    </message>
</context>
<context>
    <name>islet::ChatModel</name>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
</context>
<context>
    <name>islet::ChatSearch</name>
    <message>
        <source>nothing found</source>
        <translation>nada encontrado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2 or more</source>
        <translation>%1 de %2 o más</translation>
    </message>
</context>
<context>
    <name>islet::Command</name>
    <message>
        <source> or </source>
        <extracomment>between two shortcuts that do the same</extracomment>
        <translation> o </translation>
    </message>
</context>
<context>
    <name>islet::CommandFinder</name>
    <message>
        <source>Go to %1</source>
        <translation>Ir a %1</translation>
    </message>
</context>
<context>
    <name>islet::DesktopNotifications</name>
    <message numerus="yes">
        <source>%1, the latest of %n lines</source>
        <translation>
            <numerusform>%1, la última de %n línea</numerusform>
            <numerusform>%1, la última de %n líneas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::HandshakeLog</name>
    <message>
        <source>Realm asked</source>
        <translation>Realm preguntado</translation>
    </message>
    <message>
        <source>Realm answered</source>
        <translation>Realm respondió</translation>
    </message>
    <message>
        <source>Login asked</source>
        <translation>Acceso pedido</translation>
    </message>
    <message>
        <source>Login answered</source>
        <translation>Acceso respondido</translation>
    </message>
    <message>
        <source>Name found</source>
        <translation>Nombre hallado</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Address said</source>
        <translation>Dirección dicha</translation>
    </message>
    <message>
        <source>Challenged</source>
        <translation>Reto recibido</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firmado</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Island</source>
        <translation>Isla</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdida</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>You have not tried to enter a room yet.</source>
        <translation>Aún no has intentado entrar en ninguna sala.</translation>
    </message>
    <message>
        <source>This room let you in at once: there were no steps.</source>
        <translation>Esta sala te dejó entrar enseguida: no hubo pasos.</translation>
    </message>
    <message>
        <source>No step has been taken yet.</source>
        <translation>Aún no se ha dado ningún paso.</translation>
    </message>
</context>
<context>
    <name>islet::LabelChoice</name>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
</context>
<context>
    <name>islet::Language</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
</context>
<context>
    <name>islet::LinkQuestion</name>
    <message>
        <source>What stands before the @ is not whose page it is.</source>
        <translation>Lo que va antes de la @ no dice de quién es la página.</translation>
    </message>
    <message>
        <source>The name mixes letters of several alphabets, as forged ones do.</source>
        <translation>El nombre mezcla letras de varios alfabetos, como hacen los falsos.</translation>
    </message>
    <message>
        <source>The name has letters that may look like others.</source>
        <translation>El nombre tiene letras que pueden parecer otras.</translation>
    </message>
    <message>
        <source>It leads to a machine by number, maybe to your own.</source>
        <translation>Lleva a un equipo por su número, quizá al tuyo.</translation>
    </message>
    <message>
        <source>It is not encrypted: everybody on the way can read and change it.</source>
        <translation>No está cifrado: cualquiera en el camino puede leerlo y cambiarlo.</translation>
    </message>
</context>
<context>
    <name>islet::MapItem</name>
    <message>
        <source>island: joins at %1 m</source>
        <translation>isla: se une a %1 m</translation>
    </message>
    <message>
        <source>leaves at %1 m</source>
        <translation>se separa a %1 m</translation>
    </message>
    <message>
        <source>heard within %1 m</source>
        <translation>se oye hasta %1 m</translation>
    </message>
</context>
<context>
    <name>islet::MapTiles</name>
    <message>
        <source>This is no address of an atlas server: write one such as %1.</source>
        <translation>Esta no es la dirección de un servidor de atlas: escribe una como %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), %1 kept</source>
        <translation>
            <numerusform>%n imagen, %1 guardados</numerusform>
            <numerusform>%n imágenes, %1 guardados</numerusform>
        </translation>
    </message>
    <message>
        <source>Off: nobody is asked for anything.</source>
        <translation>Apagado: no se pide nada a nadie.</translation>
    </message>
    <message>
        <source>%1 gives no pictures of the ground (HTTP %2). Check its address.</source>
        <translation>%1 no da imágenes del suelo (HTTP %2). Comprueba su dirección.</translation>
    </message>
    <message>
        <source>%1 is no atlas server: %2. Check its address.</source>
        <translation>%1 no es un servidor de atlas: %2. Comprueba su dirección.</translation>
    </message>
</context>
<context>
    <name>islet::MyIdentities</name>
    <message>
        <source>Kept nowhere: gone when the program ends.</source>
        <translation>No se guarda: desaparece al cerrar el programa.</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain.</source>
        <translation>Guardada en el llavero del sistema.</translation>
    </message>
    <message>
        <source>Kept in a file that only you may read.</source>
        <translation>Guardada en un archivo que solo tú puedes leer.</translation>
    </message>
    <message>
        <source>Renewed by itself.</source>
        <translation>Se renueva sola.</translation>
    </message>
    <message>
        <source>Good until %1.</source>
        <translation>Vale hasta el %1.</translation>
    </message>
    <message>
        <source>You are a guest until the program ends. %1</source>
        <translation>Eres una visita hasta que se cierre el programa. %1</translation>
    </message>
    <message>
        <source>Your key has expired: no room lets you in. Choose another identity, or import a new one.</source>
        <translation>Tu clave ha caducado: ninguna sala te deja entrar. Elige otra identidad, o importa una nueva.</translation>
    </message>
    <message>
        <source>Your key ends on %1, and cannot be renewed here. Import a new one before.</source>
        <translation>Tu clave caduca el %1 y no se puede renovar aquí. Importa antes una nueva.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>El archivo %1 no se puede leer: %2.</translation>
    </message>
</context>
<context>
    <name>islet::PeersModel</name>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>talking</source>
        <translation>hablando</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignorada</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>silenciada</translation>
    </message>
    <message>
        <source>silent for %1 s</source>
        <translation>sin señales desde hace %1 s</translation>
    </message>
    <message>
        <source>no profile</source>
        <translation>sin perfil</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>bot</translation>
    </message>
</context>
<context>
    <name>islet::PersonDetails</name>
    <message>
        <source>left %1 s ago</source>
        <translation>se fue hace %1 s</translation>
    </message>
    <message>
        <source>not in this room</source>
        <translation>no está en esta sala</translation>
    </message>
    <message>
        <source>heard just now</source>
        <translation>señales ahora mismo</translation>
    </message>
    <message>
        <source>heard %1 s ago</source>
        <translation>señales hace %1 s</translation>
    </message>
    <message>
        <source>%1 m away, %2</source>
        <translation>a %1 m, %2</translation>
    </message>
    <message>
        <source>%1 packets, %2 late, %3 twice, %4 ms made up, delay %5 of %6 ms, jitter %7 ms, %8 dB</source>
        <translation>%1 paquetes, %2 tarde, %3 repetidos, %4 ms rellenados, retardo %5 de %6 ms, jitter %7 ms, %8 dB</translation>
    </message>
    <message>
        <source>%1 ms there and back</source>
        <translation>%1 ms de ida y vuelta</translation>
    </message>
    <message>
        <source>The delay is not measured: too many people would have to answer.</source>
        <translation>El retardo no se mide: tendría que responder demasiada gente.</translation>
    </message>
    <message>
        <source>The delay is not known yet.</source>
        <translation>El retardo aún no se conoce.</translation>
    </message>
    <message>
        <source>Packets are being counted.</source>
        <translation>Se están contando los paquetes.</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 de posición</translation>
    </message>
    <message>
        <source>%1 voice</source>
        <translation>%1 de voz</translation>
    </message>
    <message>
        <source>%1 chat</source>
        <translation>%1 de chat</translation>
    </message>
    <message>
        <source>%1 profile</source>
        <translation>%1 de perfil</translation>
    </message>
    <message>
        <source>%1 other</source>
        <translation>%1 de otros</translation>
    </message>
    <message>
        <source>No packet in the last second.</source>
        <translation>Ningún paquete en el último segundo.</translation>
    </message>
    <message>
        <source>In the last second: %1</source>
        <translation>En el último segundo: %1</translation>
    </message>
    <message>
        <source>%1 s ago: %2</source>
        <translation>hace %1 s: %2</translation>
    </message>
</context>
<context>
    <name>islet::Screenshot</name>
    <message>
        <source>The picture cannot be written to %1.
</source>
        <translation>La imagen no se puede guardar en %1.
</translation>
    </message>
    <message>
        <source>Nobody was to be seen in the room; the picture %1 is of what was there.
</source>
        <translation>No se veía a nadie en la sala; la imagen %1 muestra lo que había.
</translation>
    </message>
</context>
<context>
    <name>islet::RealmList</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>The address of the list is none: write one such as %1.</source>
        <translation>La dirección de la lista no es válida: escribe una como %1.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Preguntando a %1…</translation>
    </message>
    <message>
        <source>There is no list of realms at %1 (HTTP %2).</source>
        <translation>No hay lista de realms en %1 (HTTP %2).</translation>
    </message>
    <message>
        <source>The list names no realm.</source>
        <translation>La lista no nombra ningún realm.</translation>
    </message>
</context>
<context>
    <name>islet::RoomConnection</name>
    <message>
        <source>in no room</source>
        <translation>en ninguna sala</translation>
    </message>
    <message>
        <source>in the room</source>
        <translation>en la sala</translation>
    </message>
    <message numerus="yes">
        <source>connection lost, trying again in %n s</source>
        <translation>
            <numerusform>conexión perdida, nuevo intento en %n s</numerusform>
            <numerusform>conexión perdida, nuevo intento en %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>asking the realm where to go</source>
        <translation>preguntando al realm adónde ir</translation>
    </message>
    <message>
        <source>asking to be let in</source>
        <translation>pidiendo entrar</translation>
    </message>
    <message>
        <source>connected, saying who I am</source>
        <translation>conectado, diciendo quién soy</translation>
    </message>
    <message>
        <source>signed, waiting to be let in</source>
        <translation>firmado, esperando para entrar</translation>
    </message>
    <message>
        <source>%1 in, %2 out a second</source>
        <translation>%1 de entrada y %2 de salida por segundo</translation>
    </message>
    <message>
        <source>the embedded room</source>
        <translation>la sala integrada</translation>
    </message>
</context>
<context>
    <name>islet::RoomNotes</name>
    <message>
        <source>You came into %1</source>
        <translation>Has entrado en %1</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Se perdió la conexión.</translation>
    </message>
    <message>
        <source>You left.</source>
        <translation>Has salido.</translation>
    </message>
</context>
<context>
    <name>islet::VoiceController</name>
    <message>
        <source>It takes down, up or toggle.</source>
        <translation>Admite down, up o toggle.</translation>
    </message>
    <message>
        <source>Nobody would hear it: the window is in no room.</source>
        <translation>Nadie lo oiría: la ventana no está en ninguna sala.</translation>
    </message>
    <message>
        <source>Nobody hears it: the microphone is muted in the window.</source>
        <translation>Nadie lo oye: el micrófono está en silencio en la ventana.</translation>
    </message>
    <message>
        <source>Nobody hears it: %1</source>
        <translation>Nadie lo oye: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 ms deep, ran dry %n time(s)</source>
        <translation>
            <numerusform>%1 ms de reserva, se agotó %n vez</numerusform>
            <numerusform>%1 ms de reserva, se agotó %n veces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::VoiceSettings</name>
    <message>
        <source> or </source>
        <comment>between the names of two keys</comment>
        <translation> o </translation>
    </message>
</context>
</TS>
