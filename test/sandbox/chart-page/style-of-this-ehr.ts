/** SMART's example style, so that an app that follows it looks like this EHR. */
export const STYLE_OF_THIS_EHR = {
  color_background: '#ffffff',
  color_error: '#9e2d2d',
  color_highlight: '#2c5d8f',
  color_modal_backdrop: '',
  color_success: '#2f6b3c',
  color_text: '#1b2733',
  dim_border_radius: '4px',
  dim_font_size: '14px',
  dim_spacing_size: '16px',
  font_family_body: "system-ui, 'Segoe UI', sans-serif",
  font_family_heading: "system-ui, 'Segoe UI', sans-serif",
};
